package studio.pingvas.contracts.generation;

import java.util.List;

/**
 * Many jobs asked for as one: a request, and what changes from job to job. Either prompts or a
 * matrix; what they say takes the place of what the request says.
 *
 * @param label for people, up to 100 characters; may be null
 * @param request that every job begins from, a {@link Painting}
 * @param prompts one job for each, in this order; the same one may come again
 * @param matrix one job for each combination
 */
public record BatchRequest(
        String label, GenerationRequest request, List<String> prompts, BatchMatrix matrix) {
    public static final String KIND = "batch";

    /** Of one batch, whatever the tier. */
    public static final int MOST_JOBS = 1_000;
}
