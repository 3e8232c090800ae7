package studio.pingvas.worker.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.platform.Sha256;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.PictureReader;
import studio.pingvas.worker.job.ImageJobs;

/** Does the golden jobs as any other, and looks at what is stored then. */
public final class SelfTest {
    private static final Attempt ATTEMPT = new Attempt(1, 1);
    private static final String INPUT_TYPE = "image/png";
    private static final double NANOS_PER_SECOND = 1e9;

    private final ImageJobs jobs;
    private final ObjectStore store;
    private final PrintStream out;
    private final Path pictures;

    /**
     * @param store that the jobs use
     * @param pictures folder to keep what was made; null to keep nothing
     */
    public SelfTest(ImageJobs jobs, ObjectStore store, PrintStream out, Path pictures) {
        this.jobs = jobs;
        this.store = store;
        this.out = out;
        this.pictures = pictures;
    }

    /**
     * One line for each case.
     *
     * @return whether all pictures are what they should be
     */
    public boolean run() throws IOException {
        boolean right = true;
        for (GoldenCase golden : GoldenCase.all()) {
            right &= isRight(golden);
        }
        return right;
    }

    private boolean isRight(GoldenCase golden) {
        long start = System.nanoTime();
        Verdict verdict;
        try {
            verdict = judge(golden, make(golden));
        } catch (IOException | RuntimeException e) {
            verdict = new Verdict(false, e.toString());
        }
        out.printf(
                "%-20s %-4s %6.2f s  %s%n",
                golden.name(),
                verdict.right() ? "ok" : "FAIL",
                (System.nanoTime() - start) / NANOS_PER_SECOND,
                verdict.explanation());
        return verdict.right();
    }

    private Bitmap make(GoldenCase golden) throws IOException {
        putInput(golden.job().imageKey());
        putInput(golden.job().maskKey());
        GeneratedImage made = jobs.run(golden.job(), ATTEMPT, report -> {}).images().get(0);
        byte[] file;
        try (InputStream in = store.open(made.originalKey())) {
            file = in.readAllBytes();
        }
        if (pictures != null) {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(golden.name() + ".png"), file);
        }
        return PictureReader.read(file);
    }

    private void putInput(String key) throws IOException {
        if (key != null) {
            store.put(key, GoldenCase.input(key), INPUT_TYPE);
        }
    }

    private static Verdict judge(GoldenCase golden, Bitmap made) {
        String hash = Sha256.of(made.rgba());
        if (golden.hashes().contains(hash)) {
            return new Verdict(true, "the same bytes, sha256 " + hash);
        }
        PictureDifference difference = PictureDifference.between(golden.picture(), made);
        return difference.isRounding()
                ? new Verdict(true, "the same but for rounding, " + difference + ", " + hash)
                : new Verdict(false, "another picture: " + difference + ", sha256 " + hash);
    }

    private record Verdict(boolean right, String explanation) {}
}
