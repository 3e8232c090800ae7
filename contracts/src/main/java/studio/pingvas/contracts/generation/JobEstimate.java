package studio.pingvas.contracts.generation;

/**
 * @param estimatedCredits the price; a job is never charged more
 * @param estimatedSeconds until the pictures are there: as many jobs need more as need less; null
 *     while the tier is paused
 * @param estimatedSecondsP90 nine of ten jobs are done by then; null while the tier is paused
 * @param position place in the line, 1 for the next
 * @param peopleAhead other people whose jobs are sent before
 */
public record JobEstimate(
        long estimatedCredits,
        Double estimatedSeconds,
        Double estimatedSecondsP90,
        int position,
        int peopleAhead) {}
