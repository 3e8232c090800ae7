package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.Map;

/**
 * The axes of a batch; null ones do not count. There is a job for each combination of their values.
 *
 * <p>The jobs follow each other as in nested loops, in the order of these components, the model
 * outermost: what is dear to change for a worker changes least often. Of the parts of the prompt
 * the first is the outer one; the seed changes from job to job.
 *
 * <p>Without an axis of seeds, and without a seed in the request, all jobs share one random seed,
 * so that they differ by their axes alone.
 *
 * @param size width and height as in {@code 512x768}
 * @param prompt by the names of placeholders like <code>{subject}</code> that stand in the prompt
 *     or the negative prompt, what to put in their place
 */
public record BatchMatrix(
        List<String> model,
        List<String> scheduler,
        List<String> size,
        List<Integer> steps,
        List<Double> cfgScale,
        Map<String, List<String>> prompt,
        List<Long> seed) {}
