package studio.pingvas.worker.pipeline;

import java.util.function.Supplier;
import studio.pingvas.worker.image.Bitmap;

/** Follows a run, and ends it by throwing. */
@FunctionalInterface
public interface StepListener {
    /**
     * @param picture counted from 0
     * @param step steps of this picture that are done
     * @param preview makes a small picture of what is there; only during the call
     */
    void stepDone(int picture, int step, Supplier<Bitmap> preview);
}
