package studio.pingvas.worker.pipeline;

import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** Pixels between host and device: one row; pictures have three channels in [-1, 1]. */
record PictureTensors(TensorOps ops, TensorScope scope) {
    private static final int CHANNELS = 3;
    private static final int BYTES_PER_PIXEL = 4;

    Tensor load(Bitmap picture) {
        Tensor image = scope.floats(Shape.of(1, CHANNELS, picture.height(), picture.width()));
        ops.fromBytes(picture.rgba(), BYTES_PER_PIXEL, 2f / 255, -1, image);
        return image;
    }

    /** One channel in [0, 1]. */
    Tensor load(Mask mask) {
        Tensor values = scope.floats(Shape.of(1, 1, mask.height(), mask.width()));
        ops.fromBytes(mask.values(), 1, 1f / 255, 0, values);
        return values;
    }

    /** Its middle, in the wanted proportions and size. */
    Tensor fitted(Tensor image, int width, int height) {
        int fromHeight = image.shape().dimension(2);
        int fromWidth = image.shape().dimension(3);
        PictureCut cut = PictureCut.of(fromWidth, fromHeight, width, height);
        Tensor middle = image;
        if (cut.width() != fromWidth || cut.height() != fromHeight) {
            int channels = image.shape().dimension(1);
            middle = scope.floats(Shape.of(1, channels, cut.height(), cut.width()));
            ops.crop(image, cut.top(), cut.left(), middle);
        }
        return resized(middle, width, height);
    }

    Tensor resized(Tensor image, int width, int height) {
        Shape shape = image.shape();
        if (shape.dimension(2) == height && shape.dimension(3) == width) {
            return image;
        }
        Tensor resized = scope.floats(Shape.of(1, shape.dimension(1), height, width));
        ops.resample(image, resized);
        return resized;
    }
}
