package studio.pingvas.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that the launcher belongs to: where built parts and distributions lie. */
record Checkout(Path root) {
    /** Looks upwards from the launcher's own files, then from the working directory. */
    static Checkout find() {
        Path own = ownLocation();
        for (Path start : new Path[] {own, Path.of("").toAbsolutePath()}) {
            for (Path folder = start; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("launcher/pom.xml"))
                        && Files.exists(folder.resolve("ear/pom.xml"))) {
                    return new Checkout(folder);
                }
            }
        }
        throw new PlatformException(
                "The checkout that " + own + " belongs to was not found; run ./studio inside it.");
    }

    Path postgresql() {
        return distribution("postgresql");
    }

    Path artemis() {
        return distribution("artemis");
    }

    Path payara() {
        return distribution("payara6");
    }

    Path databaseDriver() {
        return distribution("driver/postgresql.jar");
    }

    Path resourceAdapter() {
        return built("artemis/target/artemis.rar");
    }

    Path application() {
        return built("ear/target/studio.ear");
    }

    Path worker() {
        return built("gpu-worker/target/gpu-worker.jar");
    }

    Path launcher() {
        return built("launcher/target/launcher.jar");
    }

    Path models() {
        return root.resolve("gpu-worker/models");
    }

    /** Fails when anything is missing that a start would come to need. */
    void require(PlatformOptions options) {
        postgresql();
        artemis();
        payara();
        databaseDriver();
        resourceAdapter();
        if (options.standIn()) {
            launcher();
        }
        if (options.workers() > 0) {
            worker();
        }
    }

    private Path distribution(String name) {
        return built("launcher/target/platform/" + name);
    }

    private Path built(String name) {
        Path path = root.resolve(name);
        if (!Files.exists(path)) {
            throw new PlatformException(
                    name + " is missing: build it with ./mvnw -DskipTests package in " + root);
        }
        return path;
    }

    private static Path ownLocation() {
        try {
            return Path.of(
                    Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
