package studio.pingvas.worker.cuda;

import jcuda.driver.CUstream;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.DeviceTensor;
import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.OperandChecks;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TilePosition;

/**
 * The operations as kernels on a GPU, launched in the stream in which the networks work: nothing
 * waits but what brings numbers to the host, which are finished pictures and previews.
 */
public final class CudaTensorOps implements TensorOps, AutoCloseable {
    private static final int RGBA = 4;
    private static final int MOST_TERMS = 5;

    private final GpuContext context;
    private final DeviceSpace space;
    private final KernelModule kernels;
    private final HostStaging staging;
    private final ConstantTables tables;

    /**
     * @param space shares the context
     */
    public CudaTensorOps(GpuContext context, DeviceSpace space) {
        this.context = context;
        this.space = space;
        this.kernels = new KernelModule(context);
        this.staging = new HostStaging(context);
        this.tables = new ConstantTables(space, staging);
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public void normalNoise(Tensor out, long seed, int offset) {
        launch("normal_noise")
                .address(at(out))
                .ints((int) seed, (int) (seed >>> 32), offset)
                .longs(elements(out))
                .over(elements(out));
    }

    @Override
    public void repeat(Tensor in, float scale, Tensor out) {
        OperandChecks.repeat(in, out);
        launch("repeat")
                .address(at(in))
                .address(at(out))
                .floats(scale)
                .ints(out.shape().dimension(0))
                .longs(elements(in))
                .over(elements(in));
    }

    @Override
    public void fill(Tensor out, float value) {
        launch("fill").address(at(out)).floats(value).longs(elements(out)).over(elements(out));
    }

    @Override
    public void scaleAndShift(Tensor x, float scale, float shift) {
        launch("scale_and_shift")
                .address(at(x))
                .floats(scale, shift)
                .longs(elements(x))
                .over(elements(x));
    }

    @Override
    public void combine(Tensor out, float[] weights, Tensor... terms) {
        OperandChecks.combine(out, weights, terms);
        Launch launch = launch("combine").address(at(out));
        for (int term = 0; term < MOST_TERMS; term++) {
            launch.address(term < terms.length ? at(terms[term]) : 0);
        }
        for (int term = 0; term < MOST_TERMS; term++) {
            launch.floats(term < terms.length ? weights[term] : 0);
        }
        launch.ints(terms.length).longs(elements(out)).over(elements(out));
    }

    @Override
    public void guidedStep(
            Tensor x, Tensor prediction, GuidedStep step, Tensor history, Tensor noise) {
        OperandChecks.guidedStep(x, prediction, history, noise);
        launch("guided_step")
                .address(at(x))
                .address(at(prediction))
                .address(history == null ? 0 : at(history))
                .address(noise == null ? 0 : at(noise))
                .floats(step.guidance(), step.latents(), step.prediction(), step.history())
                .floats(step.noise(), step.cleanLatents(), step.cleanPrediction())
                .ints(prediction.shape().dimension(0))
                .longs(elements(x))
                .over(elements(x));
    }

    @Override
    public void blend(Tensor x, Tensor original, Tensor mask) {
        OperandChecks.blend(x, original, mask);
        launch("blend")
                .address(at(x))
                .address(at(original))
                .address(at(mask))
                .ints(x.shape().dimension(1))
                .longs(area(x))
                .over(area(x));
    }

    @Override
    public void projectLatents(Tensor latents, LatentProjection projection, Tensor out) {
        OperandChecks.projectLatents(latents, projection, out);
        context.enter();
        launch("project_latents")
                .address(at(latents))
                .address(tables.projection(projection))
                .floats(projection.bias().get(0).floatValue())
                .floats(projection.bias().get(1).floatValue())
                .floats(projection.bias().get(2).floatValue())
                .address(at(out))
                .ints(projection.channels())
                .longs(area(latents))
                .over(area(latents));
    }

    @Override
    public void resample(Tensor image, Tensor out) {
        OperandChecks.resample(image, out);
        context.enter();
        int channels = image.shape().dimension(1);
        ConstantTables.Taps across = tables.lanczos(width(image), width(out));
        ConstantTables.Taps down = tables.lanczos(height(image), height(out));
        int rows = channels * height(image);
        try (DeviceSpace.Block wide = space.allocate((long) rows * width(out) * Float.BYTES)) {
            resampling("resample_rows", at(image), wide.address(), across)
                    .ints(rows)
                    .over(rows, width(out));
            resampling("resample_columns", wide.address(), at(out), down)
                    .ints(width(out), channels)
                    .over((long) channels * height(out), width(out));
        }
    }

    @Override
    public void crop(Tensor image, int top, int left, Tensor out) {
        OperandChecks.crop(image, top, left, out);
        launch("crop")
                .address(at(image))
                .address(at(out))
                .ints(height(image), width(image), height(out), width(out))
                .ints(top, left, out.shape().dimension(1))
                .over((long) out.shape().dimension(1) * height(out), width(out));
    }

    @Override
    public void paste(Tensor tile, TilePosition position, Tensor out) {
        OperandChecks.paste(tile, position, out);
        launch("paste")
                .address(at(tile))
                .address(at(out))
                .ints(height(out), width(out), height(tile), width(tile))
                .ints(position.top(), position.left())
                .ints(position.fadeRows(), position.fadeColumns(), tile.shape().dimension(1))
                .over((long) tile.shape().dimension(1) * height(tile), width(tile));
    }

    @Override
    public Bitmap toBitmap(Tensor image) {
        OperandChecks.toBitmap(image);
        context.enter();
        int bytes = Math.toIntExact(area(image) * RGBA);
        try (DeviceSpace.Block rgba = space.allocate(bytes)) {
            launch("to_rgba")
                    .address(at(image))
                    .address(rgba.address())
                    .longs(area(image))
                    .over(area(image));
            byte[] pixels = staging.download(rgba.address(), bytes, stream());
            return new Bitmap(width(image), height(image), pixels);
        }
    }

    @Override
    public void fromBytes(byte[] pixels, int bytesPerPixel, float scale, float shift, Tensor out) {
        OperandChecks.fromBytes(pixels, bytesPerPixel, out);
        context.enter();
        try (DeviceSpace.Block bytes = space.allocate(pixels.length)) {
            staging.upload(pixels, bytes.address(), stream());
            launch("from_bytes")
                    .address(bytes.address())
                    .ints(bytesPerPixel)
                    .floats(scale, shift)
                    .address(at(out))
                    .ints(out.shape().dimension(1))
                    .longs(area(out))
                    .over(area(out));
        }
    }

    /** Gives back what is kept on the GPU to be faster next time. */
    public void releaseTables() {
        context.enter();
        tables.close();
    }

    @Override
    public void close() {
        releaseTables();
        staging.close();
        kernels.close();
    }

    private Launch resampling(String kernel, long from, long to, ConstantTables.Taps taps) {
        return launch(kernel)
                .address(from)
                .address(to)
                .address(taps.firstAddress())
                .address(taps.weightsAddress())
                .ints(taps.count(), taps.from(), taps.to());
    }

    private Launch launch(String kernel) {
        context.enter();
        return new Launch(kernel, kernels.function(kernel), stream(), context.multiprocessors());
    }

    private CUstream stream() {
        return RawHandles.stream(space.stream());
    }

    private static long at(Tensor tensor) {
        return ((DeviceTensor) tensor).address();
    }

    private static long elements(Tensor tensor) {
        return tensor.shape().elements();
    }

    private static long area(Tensor picture) {
        return (long) height(picture) * width(picture);
    }

    private static int height(Tensor picture) {
        Shape shape = picture.shape();
        return shape.dimension(2);
    }

    private static int width(Tensor picture) {
        Shape shape = picture.shape();
        return shape.dimension(3);
    }
}
