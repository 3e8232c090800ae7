package studio.pingvas.system.faults;

import java.util.Map;
import studio.pingvas.system.RunningPlatform;

/** Workers that pause after each step, so that something can happen to them meanwhile. */
final class SlowWorkers {
    private SlowWorkers() {}

    /** In place of the ordinary one. */
    static void replaceOrdinary(int howMany, int stepMillis) {
        RunningPlatform.platform().stopWorker(1);
        for (int number = 1; number <= howMany; number++) {
            start(number, stepMillis);
        }
    }

    static void start(int number, int stepMillis) {
        start(number, Map.of("STUDIO_STEP_DELAY_MS", Integer.toString(stepMillis)));
    }

    static void start(int number, Map<String, String> settings) {
        RunningPlatform.platform().startWorker(number, settings);
    }

    static void restoreOrdinary(int howMany) {
        for (int number = 1; number <= howMany; number++) {
            RunningPlatform.platform().stopWorker(number);
        }
        RunningPlatform.platform().startWorker(1);
    }
}
