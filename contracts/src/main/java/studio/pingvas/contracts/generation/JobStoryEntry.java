package studio.pingvas.contracts.generation;

import java.time.Instant;

/**
 * Something that happened to a job. What does not apply is null.
 *
 * @param type {@code quoted}, {@code held}, {@code queued}, {@code position} (it has come closer),
 *     {@code dispatched}, {@code started}, {@code requeued}, {@code completed}, {@code failed},
 *     {@code cancelled}, {@code settled}; there may be others
 * @param reason in a few words
 * @param actor who did it: {@code user}, {@code system}, {@code worker} or {@code admin}
 * @param worker that had started the job last
 * @param attempt how often the job had been started
 * @param position place in the line, 1 for the next
 * @param credits of the quote, set aside, or used in the end
 * @param creditsRefunded that came back in the end
 * @param seconds that were expected until the end
 * @param secondsP90 nine of ten jobs were to be done by then
 */
public record JobStoryEntry(
        String type,
        Instant at,
        String reason,
        String actor,
        String worker,
        Integer attempt,
        Integer position,
        Long credits,
        Long creditsRefunded,
        Double seconds,
        Double secondsP90) {}
