package studio.pingvas.contracts.generation;

/**
 * @param estimatedCredits the price; a job is never charged more
 * @param estimatedSeconds until the pictures are there
 * @param position place in the line, 1 for the next
 */
public record JobEstimate(long estimatedCredits, double estimatedSeconds, int position) {}
