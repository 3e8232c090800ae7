package studio.pingvas.generation.line.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The line as this node saw it last. A small one is read again while somebody asks; a large one
 * beside, so that nobody waits for it. Either way it takes little of the node's time.
 */
@ApplicationScoped
public class CurrentLine {
    private static final Logger LOG = System.getLogger(CurrentLine.class.getName());

    /** The reading of the line may take one part in so many. */
    private static final int SHARE = 50;

    private static final long QUICK_NANOS = Duration.ofMillis(5).toNanos();

    /** However slow the reading was: people compare their positions. */
    private static final long MOST_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    /** So old it becomes where nobody asks for a while; whoever comes then does wait. */
    private static final long STALE_AGE_NANOS = Duration.ofSeconds(2).toNanos();

    private static final long BEARABLE_NANOS = Duration.ofMillis(100).toNanos();

    private static final long LEAST_AGE_NANOS = Duration.ofMillis(10).toNanos();

    @Resource ManagedExecutorService executor;
    @Inject LineReader reader;

    LongSupplier nanoTime = System::nanoTime;

    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Seen seen;

    private record Seen(LineState state, long atNanos, long tookNanos) {}

    public LineState get() {
        Seen last = seen;
        if (last == null) {
            return readNow();
        }
        long age = nanoTime.getAsLong() - last.atNanos();
        if (age > goodFor(last) && reading.compareAndSet(false, true)) {
            if (last.tookNanos() <= (age > STALE_AGE_NANOS ? BEARABLE_NANOS : QUICK_NANOS)) {
                readAndRelease();
            } else {
                readBeside();
            }
        }
        return seen.state();
    }

    private static long goodFor(Seen seen) {
        long cheap = Math.min(SHARE * seen.tookNanos(), MOST_AGE_NANOS);
        return Math.max(LEAST_AGE_NANOS, cheap);
    }

    private void readBeside() {
        try {
            executor.execute(this::readAndRelease);
        } catch (RuntimeException e) {
            reading.set(false);
            throw e;
        }
    }

    private void readAndRelease() {
        try {
            readNow();
        } catch (RuntimeException e) {
            // What was seen last is still the best there is.
            LOG.log(Level.WARNING, "The line could not be read: {0}", e.toString());
        } finally {
            reading.set(false);
        }
    }

    private LineState readNow() {
        long begin = nanoTime.getAsLong();
        LineState state = reader.read();
        long end = nanoTime.getAsLong();
        seen = new Seen(state, end, end - begin);
        return state;
    }
}
