package studio.pingvas.worker.torch;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** A TorchScript file, computed in 32-bit floats whatever its weights were stored in. */
final class TorchModule implements Network {
    private final JitModule module;
    private final int threads;
    private final long bytes;

    private TorchModule(JitModule module, int threads, long bytes) {
        this.module = module;
        this.threads = threads;
        this.bytes = bytes;
    }

    static TorchModule load(Path file, int threads) {
        try {
            return TorchCall.run(() -> load(file, read(file), threads));
        } catch (RuntimeException e) {
            throw TorchErrors.translate(file.getFileName() + " cannot be loaded", e);
        }
    }

    @Override
    public Tensor forward(TensorScope scope, Tensor... inputs) {
        TorchNatives.useThreads(threads);
        // Profiling re-optimises the graph on its second and third run, and with it the order of
        // sums: the same request would give other bytes later. The switch is one of the thread.
        torch.setGraphExecutorOptimize(false);
        try {
            return TorchCall.run(() -> forward((TorchScope) scope, argumentsOf(inputs)));
        } catch (RuntimeException e) {
            throw TorchErrors.translate("A network failed on its input", e);
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        module.releaseReference();
    }

    /** A frozen module has folded its weights into constants; its file is about as large. */
    private static TorchModule load(Path file, JitModule module, int threads) {
        long inFile = file.toFile().length();
        return new TorchModule(module, threads, Math.max(inFile, TorchWeights.bytesOf(module)));
    }

    private static JitModule read(Path file) {
        JitModule module = torch.load(file.toString());
        module.eval();
        // Half precision on a processor is emulated: a hundred times slower.
        module.to(ScalarType.Float);
        return module.retainReference();
    }

    private Tensor forward(TorchScope scope, IValueVector arguments) {
        org.bytedeco.pytorch.Tensor output =
                module.forward(arguments).toTensor().to(ScalarType.Float).contiguous();
        return scope.own(output, shapeOf(output));
    }

    private static IValueVector argumentsOf(Tensor[] inputs) {
        IValueVector arguments = new IValueVector();
        for (Tensor input : inputs) {
            arguments.push_back(new IValue(((TorchTensor) input).handle()));
        }
        return arguments;
    }

    private static Shape shapeOf(org.bytedeco.pytorch.Tensor tensor) {
        return Shape.of(Arrays.stream(tensor.shape()).mapToInt(Math::toIntExact).toArray());
    }
}
