package studio.pingvas.worker.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Feeds damaged files to a reader, which must read or refuse each of them, soon and in little
 * memory. {@code -Dstudio.fuzz.factor=100} runs a hundred times as many cases, {@code
 * -Dstudio.fuzz.seed} others.
 *
 * @param cases without the factor
 * @param maxAllocated bytes of heap for one case, counted even if they are free again at once
 * @param maxMilliseconds for one case, by the processor's clock
 */
public record FuzzRun(int cases, long maxAllocated, long maxMilliseconds) {
    private static final int FACTOR = Integer.getInteger("studio.fuzz.factor", 1);
    private static final long SEED = Long.getLong("studio.fuzz.seed", 20_261_121);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * @param refusal the only way to fail
     */
    public Outcome run(
            List<byte[]> samples, Class<? extends RuntimeException> refusal, Reader reader) {
        int read = 0;
        int refused = 0;
        for (int i = 0; i < cases * FACTOR; i++) {
            // Each case has a seed of its own, so that one alone can be seen again.
            long seed = SEED + i;
            byte[] file = new Mutations(new SplittableRandom(seed)).next(samples);
            try {
                read(reader, file);
                read++;
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                if (!refusal.isInstance(e)) {
                    throw new AssertionError(describe(file, seed), e);
                }
                refused++;
            }
        }
        return new Outcome(read, refused);
    }

    /** One file that is known to be bad, within the same bounds. */
    public void read(Reader reader, byte[] file) throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            reader.read(file);
        } finally {
            long milliseconds = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            if (bytes > maxAllocated || milliseconds > maxMilliseconds) {
                throw new AssertionError("%d bytes of heap, %d ms".formatted(bytes, milliseconds));
            }
        }
    }

    private static String describe(byte[] file, long seed) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "fuzz"));
            Path kept = Files.write(folder.resolve(seed + ".bin"), file);
            return "case with -Dstudio.fuzz.seed=" + seed + ", kept as " + kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    public interface Reader {
        void read(byte[] file) throws Exception;
    }

    /** A run that only reads or only refuses has tried nothing. */
    public record Outcome(int read, int refused) {}
}
