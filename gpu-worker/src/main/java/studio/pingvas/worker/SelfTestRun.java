package studio.pingvas.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.worker.selftest.SelfTest;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.DeviceChoice;

/** {@code --selftest}: no broker and no store but a folder of its own, which is gone afterwards. */
final class SelfTestRun {
    private SelfTestRun() {}

    /**
     * @param environment models, cache of natives, device and threads count; the rest does not
     * @param pictures folder to keep what was made; null to keep nothing
     * @return whether all pictures are what they should be
     */
    static boolean run(Map<String, String> environment, PrintStream out, Path pictures)
            throws IOException {
        Path folder = Files.createTempDirectory("selftest-");
        try {
            return run(WorkerSettings.from(alone(environment, folder)), out, pictures);
        } finally {
            delete(folder);
        }
    }

    private static boolean run(WorkerSettings settings, PrintStream out, Path pictures)
            throws IOException {
        try (WorkerParts parts = WorkerParts.of(settings)) {
            DeviceChoice choice = parts.chosen().choice();
            out.printf(
                    "Self test on %s: %s (%s).%n",
                    choice.device(), choice.description(), choice.reason());
            ObjectStore store = settings.store().open();
            boolean right =
                    new SelfTest(parts.jobs(new PictureStore(store)), store, out, pictures).run();
            out.println(right ? "All is as it should be." : "This machine makes other pictures.");
            return right;
        }
    }

    private static Map<String, String> alone(Map<String, String> environment, Path folder)
            throws IOException {
        Map<String, String> settings = new HashMap<>(environment);
        Path noPassword = Files.createFile(folder.resolve("no-password"));
        settings.put("STUDIO_BROKER_PASSWORD_FILE", noPassword.toString());
        settings.put("STUDIO_STORE_PATH", folder.resolve("store").toString());
        settings.put("STUDIO_STORE", "files");
        settings.put("STUDIO_STEP_DELAY_MS", "0");
        return settings;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
