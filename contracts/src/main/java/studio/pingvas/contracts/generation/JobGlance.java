package studio.pingvas.contracts.generation;

import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;

/**
 * A job as those see it who watch over the queue: not what it shows.
 *
 * @param since it waits, or runs
 * @param worker that has it, or null
 * @param attempt how often it was started
 */
public record JobGlance(
        UUID jobId,
        UUID userId,
        Tier tier,
        String model,
        Instant since,
        String worker,
        int attempt) {}
