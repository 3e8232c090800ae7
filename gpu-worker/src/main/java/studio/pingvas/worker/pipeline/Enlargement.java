package studio.pingvas.worker.pipeline;

import studio.pingvas.worker.model.Upscaler;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** A way to make pictures larger that looks only a little around each pixel. */
public interface Enlargement {
    /** Usual side of tiles: a few megabytes at work. */
    int TILE = 512;

    /** Sides grow by it. */
    int factor();

    /** Side of the tiles it works on, in pixels of the original, without their surroundings. */
    int tile();

    /** Pixels of the original that a pixel may depend on, to each side. */
    int margin();

    /**
     * @param image three channels in [-1, 1]
     * @return the same, {@link #factor} times as wide and high
     */
    Tensor enlarge(TensorScope scope, Tensor image);

    /** Lanczos-3: sharp edges, nothing invented. */
    static Enlargement lanczos(TensorOps ops, int factor) {
        return new LanczosEnlargement(ops, factor);
    }

    /** A network's: it may invent what it has learned to expect. */
    static Enlargement by(Upscaler upscaler) {
        return new NetworkEnlargement(upscaler);
    }

    /** For every model and device. */
    record LanczosEnlargement(TensorOps ops, int factor) implements Enlargement {
        private static final int RADIUS = 3;

        @Override
        public int tile() {
            return TILE;
        }

        @Override
        public int margin() {
            return RADIUS + 1;
        }

        @Override
        public Tensor enlarge(TensorScope scope, Tensor image) {
            Shape shape = image.shape();
            return new PictureTensors(ops, scope)
                    .resized(image, shape.dimension(3) * factor, shape.dimension(2) * factor);
        }
    }

    /** As its manifest says. */
    record NetworkEnlargement(Upscaler upscaler) implements Enlargement {
        @Override
        public int factor() {
            return upscaler.manifest().scale();
        }

        @Override
        public int tile() {
            return upscaler.manifest().tile();
        }

        @Override
        public int margin() {
            return upscaler.manifest().margin();
        }

        @Override
        public Tensor enlarge(TensorScope scope, Tensor image) {
            return upscaler.enlarge(scope, image);
        }
    }
}
