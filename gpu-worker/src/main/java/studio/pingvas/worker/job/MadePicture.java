package studio.pingvas.worker.job;

import java.io.IOException;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.recipe.RecipeStep;

/**
 * What a step has made.
 *
 * @param picture counted from 0
 * @param how it was done
 * @param kernels that did the arithmetic outside of networks
 * @param device {@code cpu} or {@code cuda}
 */
record MadePicture(int picture, Bitmap bitmap, RecipeStep how, String kernels, String device) {
    /** The same with a number that is larger by this. */
    MadePicture shifted(int by) {
        return new MadePicture(picture + by, bitmap, how, kernels, device);
    }

    /** Takes each picture as soon as it is made. */
    @FunctionalInterface
    interface Sink {
        void accept(MadePicture made) throws IOException;
    }
}
