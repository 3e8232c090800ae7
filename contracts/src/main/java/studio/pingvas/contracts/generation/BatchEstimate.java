package studio.pingvas.contracts.generation;

/**
 * @param count of jobs
 * @param estimatedCredits the price of all; they are never charged more
 * @param estimatedSeconds until the last pictures are there: as often it takes more as less; null
 *     while the tier is paused
 * @param estimatedSecondsP90 nine of ten are done by then; null while the tier is paused
 * @param position place in the line of its first job, 1 for the next
 * @param peopleAhead whose jobs are sent before
 */
public record BatchEstimate(
        int count,
        long estimatedCredits,
        Double estimatedSeconds,
        Double estimatedSecondsP90,
        int position,
        int peopleAhead) {}
