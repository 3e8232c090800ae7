package studio.pingvas.worker.job;

import java.util.ArrayList;
import java.util.List;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.recipe.RecipeStep;

/**
 * Writes down how this worker makes a picture.
 *
 * @param generator product and version
 * @param threads that sum up, on a CPU
 */
public record RecipeWriter(String generator, int threads) {
    /**
     * @param before what was done before the last step
     */
    Recipe write(MadePicture made, List<RecipeStep> before, RecipeLinks links) {
        List<RecipeStep> steps = new ArrayList<>(before);
        steps.add(made.how());
        return Recipe.of(
                new Recipe.Workshop(generator, made.kernels(), made.device(), threads),
                links.seedOf(made.picture()),
                links.inputs(),
                links.link(steps, made.picture()));
    }
}
