package studio.pingvas.payment.subscriptions;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** One after the other, in batches, and no single one keeps the others from their turn. */
final class DueWork {
    private static final Logger LOG = System.getLogger(DueWork.class.getName());
    private static final int BATCH = 500;
    private static final int MOST = 5_000;

    private DueWork() {}

    /**
     * @param due finds what is to be done, at most so many
     * @param work does it for one; the thing then is no longer due
     * @return how many were done; the rest is left to the next run
     * @throws IllegalStateException if some failed, after all others were done
     */
    static int doAll(IntFunction<List<UUID>> due, Consumer<UUID> work) {
        Set<UUID> seen = new HashSet<>();
        int failed = 0;
        List<UUID> batch = due.apply(BATCH);
        while (seen.size() < MOST && seen.addAll(batch)) {
            for (UUID each : batch) {
                failed += succeeds(work, each) ? 0 : 1;
            }
            batch = due.apply(BATCH);
        }
        if (failed > 0) {
            throw new IllegalStateException(
                    "%d of %d failed, see the log".formatted(failed, seen.size()));
        }
        return seen.size();
    }

    private static boolean succeeds(Consumer<UUID> work, UUID each) {
        try {
            work.accept(each);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Failed for " + each, e);
            return false;
        }
    }
}
