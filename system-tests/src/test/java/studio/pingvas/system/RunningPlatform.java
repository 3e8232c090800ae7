package studio.pingvas.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import studio.pingvas.launcher.Platform;
import studio.pingvas.launcher.PlatformOptions;

/**
 * Starts one platform before the first integration test and stops it after the last one. With
 * {@code -Dstudio.running=true} the tests use the one that runs in {@code studio.data} already.
 */
public final class RunningPlatform implements BeforeAllCallback, AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(RunningPlatform.class);

    private final Thread lastResort = new Thread(this::stop);

    /** What runs now; ask again after a part was started or stopped elsewhere. */
    public static Platform platform() {
        return Platform.in(data());
    }

    public static Path data() {
        return Path.of(System.getProperty("studio.data", "target/platform")).toAbsolutePath();
    }

    /** For all the people of the tests, who come from one address and are reported to there. */
    private static PlatformOptions options() {
        return PlatformOptions.in(data())
                .withoutPicture()
                .withSetting("studio.limits.registrations-per-minute", "6000")
                .withSetting("studio.limits.sign-in-failures-per-minute", "6000")
                .withSetting("studio.limits.resets-per-minute", "6000")
                .withSetting("studio.load.accounts", "true")
                .withSetting("studio.webhooks.allow-http", "true")
                .withSetting("studio.webhooks.allow-private-addresses", "true");
    }

    /** To start it once more where it is. */
    public static PlatformOptions sameOptions() {
        return options().onPort(platform().ports().http());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getSimpleName().endsWith("IT")) {
            context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(
                            RunningPlatform.class, key -> start(), RunningPlatform.class);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        stop();
    }

    private RunningPlatform start() {
        // Whoever interrupts the build interrupts the platform as well.
        Runtime.getRuntime().addShutdownHook(lastResort);
        if (!isForeign()) {
            stop();
            delete(data());
            Platform.start(
                    options().onPort(Integer.getInteger("studio.port", 28080)),
                    System.out::println);
        }
        Platform platform = platform();
        System.setProperty("studio.url", platform.url().toString());
        System.setProperty("studio.admin.port", Integer.toString(platform.ports().admin()));
        System.setProperty("studio.admin.password", platform.administrationPassword());
        return this;
    }

    private void stop() {
        if (!isForeign()) {
            platform().stop();
        }
    }

    private static boolean isForeign() {
        return Boolean.getBoolean("studio.running");
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
