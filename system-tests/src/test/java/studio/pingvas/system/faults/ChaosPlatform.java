package studio.pingvas.system.faults;

import java.util.Map;
import studio.pingvas.launcher.Platform;
import studio.pingvas.system.RunningPlatform;

/** What can happen to the parts of the platform. */
final class ChaosPlatform {
    private static final Platform PLATFORM = RunningPlatform.platform();

    private ChaosPlatform() {}

    static void startWorker(int number, int stepMillis) {
        SlowWorkers.start(
                number,
                Map.of(
                        "STUDIO_ENGINE",
                        "null",
                        "STUDIO_STEP_DELAY_MS",
                        Integer.toString(stepMillis)));
    }

    static void replaceWorker(int number, int stepMillis) {
        PLATFORM.killWorker(number);
        startWorker(number, stepMillis);
    }

    static void pause(String part, int millis) {
        try {
            Frozen.during(part, () -> Thread.sleep(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void replaceBroker() {
        PLATFORM.killBroker();
        PLATFORM.startBroker();
    }

    static void restartServer() {
        PLATFORM.killServer();
        PLATFORM.startServer(RunningPlatform.sameOptions());
    }
}
