package studio.pingvas.contracts.generation;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that nobody could use.
 *
 * @param id of the message, as long as it lies there
 * @param type simple name of the record that it is said to be; may be null
 * @param reason why it lies there, for people
 * @param origin address that it was meant for
 * @param jobId that it is about, or null
 * @param sentAt when it was put aside or, if the broker did it, sent
 * @param bytes of its text
 * @param beginning of its text
 */
public record DeadLetterView(
        UUID id,
        String type,
        String reason,
        String origin,
        UUID jobId,
        Instant sentAt,
        long bytes,
        String beginning) {}
