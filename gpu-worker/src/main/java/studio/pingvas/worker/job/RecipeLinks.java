package studio.pingvas.worker.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.recipe.RecipeStep;

/**
 * What recipes say of where steps took their pictures from.
 *
 * @param sources of each step
 * @param digests of the files that were read, by their keys
 */
record RecipeLinks(List<StepSources> sources, Map<String, String> digests, Worktable table) {
    /** Of the first step. */
    Recipe.Inputs inputs() {
        StepSources first = sources.get(0);
        return new Recipe.Inputs(digestOf(first.image()), digestOf(first.mask()));
    }

    long seedOf(int picture) {
        return table.seedsOf(0).get(picture);
    }

    /** The same steps with their links. */
    List<RecipeStep> link(List<RecipeStep> steps, int picture) {
        List<RecipeStep> linked = new ArrayList<>(steps);
        for (int i = 1; i < steps.size(); i++) {
            StepSources source = sources.get(i);
            linked.set(
                    i,
                    steps.get(i)
                            .linked(
                                    new RecipeStep.Link(
                                            stepOf(source.image(), i - 1),
                                            digestOf(source.image()),
                                            stepOf(source.mask(), -1),
                                            digestOf(source.mask()),
                                            source.ownSeed() == null
                                                    ? null
                                                    : table.seedsOf(i).get(picture))));
        }
        return linked;
    }

    private String digestOf(PictureSource source) {
        return source instanceof PictureSource.Stored stored ? digests.get(stored.key()) : null;
    }

    /** Null for the step that goes without saying. */
    private static Integer stepOf(PictureSource source, int understood) {
        return source instanceof PictureSource.OfStep from && from.step() != understood
                ? from.step()
                : null;
    }
}
