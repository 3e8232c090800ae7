package studio.pingvas.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import studio.pingvas.launcher.Platform;
import studio.pingvas.launcher.PlatformOptions;

/**
 * Starts one platform before the first integration test of a virtual machine and stops it with the
 * virtual machine: where several run tests at once, JUnit begins and ends with every class. With
 * {@code -Dstudio.running=true} the tests use the one that runs in {@code studio.data} already.
 */
public final class RunningPlatform implements BeforeAllCallback, AfterAllCallback {
    private static final int PORTS_OF_A_PLATFORM = 20;

    private static boolean started;

    private final MachineLock machine = new MachineLock();

    /** What runs now; ask again after a part was started or stopped elsewhere. */
    public static Platform platform() {
        return Platform.in(data());
    }

    public static Path data() {
        return Path.of(System.getProperty("studio.data", "target/platform")).toAbsolutePath();
    }

    /** The first of those that this virtual machine may use. */
    public static int port() {
        int number = Integer.getInteger("studio.fork", 1);
        return Integer.getInteger("studio.port", 28080) + PORTS_OF_A_PLATFORM * (number - 1);
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
        Class<?> test = context.getRequiredTestClass();
        if (test.getSimpleName().endsWith("IT")) {
            machine.take(test.isAnnotationPresent(AloneOnTheMachine.class));
            if (!started) {
                start();
                started = true;
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        machine.leave();
    }

    private static void start() {
        // Whoever interrupts the build interrupts the platform as well.
        Runtime.getRuntime().addShutdownHook(new Thread(RunningPlatform::stop));
        if (!isForeign()) {
            stop();
            delete(data());
            Platform.start(options().onPort(port()), System.out::println);
        }
        Platform platform = platform();
        System.setProperty("studio.url", platform.url().toString());
        System.setProperty("studio.admin.port", Integer.toString(platform.ports().admin()));
        System.setProperty("studio.admin.password", platform.administrationPassword());
    }

    private static void stop() {
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
