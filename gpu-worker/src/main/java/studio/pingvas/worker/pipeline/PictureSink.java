package studio.pingvas.worker.pipeline;

import java.io.IOException;
import studio.pingvas.worker.image.Bitmap;

/** Takes each picture as soon as it is done. */
@FunctionalInterface
public interface PictureSink {
    /**
     * @param picture counted from 0
     */
    void accept(int picture, Bitmap bitmap) throws IOException;
}
