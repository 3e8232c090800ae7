package studio.pingvas.worker.torch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tensor.WeightChange;
import studio.pingvas.worker.tensor.WeightDelta;

/**
 * A TorchScript file. A processor computes in 32-bit floats whatever its weights were stored in, a
 * GPU in what they were stored in; what comes out are 32-bit floats.
 */
final class TorchModule implements Network {
    private final JitModule module;
    private final TorchPlace place;
    private final ScalarType inputType;
    private final long bytes;
    private boolean changed;

    private TorchModule(JitModule module, TorchPlace place, ScalarType inputType, long bytes) {
        this.module = module;
        this.place = place;
        this.inputType = inputType;
        this.bytes = bytes;
    }

    static TorchModule load(Path file, TorchPlace place) {
        place.prepareThread();
        ModuleArchive.require(file);
        try {
            return TorchCall.run(() -> load(file, read(file, place), place));
        } catch (RuntimeException e) {
            throw TorchErrors.translate(file.getFileName() + " cannot be loaded", e);
        }
    }

    @Override
    public List<Tensor> forwardAll(TensorScope scope, int count, Tensor... inputs) {
        place.prepareThread();
        // Profiling re-optimises the graph on its second and third run, and with it the order of
        // sums: the same request would give other bytes later. The switch is one of the thread.
        torch.setGraphExecutorOptimize(false);
        try {
            return TorchCall.run(
                    () -> {
                        IValue output = module.forward(argumentsOf(inputs));
                        return TorchOutputs.of(output, count, (TorchScope) scope);
                    });
        } catch (RuntimeException e) {
            throw TorchErrors.translate("A network failed on its input", e);
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Map<String, Shape> parameters() {
        return TorchCall.run(
                () -> {
                    Map<String, Shape> shapes = new LinkedHashMap<>();
                    TorchParameters.of(module)
                            .forEach(
                                    (name, weight) -> {
                                        if (weight.is_floating_point() && weight.numel() > 0) {
                                            shapes.put(name, TorchShapes.of(weight));
                                        }
                                    });
                    return shapes;
                });
    }

    @Override
    public WeightChange change(Map<String, WeightDelta> deltas) {
        if (changed) {
            throw new IllegalStateException("The weights of this network are changed already.");
        }
        place.prepareThread();
        TorchWeightChange change =
                new TorchWeightChange(new TorchScope(place), () -> changed = false);
        changed = true;
        try {
            TorchCall.run(() -> change(change, deltas));
            return change;
        } catch (RuntimeException e) {
            change.close();
            // libtorch throws nothing more special; everything else is not its own.
            throw e.getClass() == RuntimeException.class
                    ? TorchErrors.translate("Weights cannot be changed", e)
                    : e;
        } catch (Error e) {
            change.close();
            throw e;
        }
    }

    @Override
    public void close() {
        module.releaseReference();
    }

    /** A frozen module has folded its weights into constants; its file is about as large. */
    private static TorchModule load(Path file, JitModule module, TorchPlace place) {
        long bytes = Math.max(file.toFile().length(), TorchWeights.bytesOf(module));
        return new TorchModule(module, place, TorchWeights.typeOf(module), bytes);
    }

    private static JitModule read(Path file, TorchPlace place) {
        JitModule module = torch.load(file.toString(), new DeviceOptional(place.device()), true);
        module.eval();
        if (place.widens()) {
            TorchWeights.widen(module);
        }
        TorchWeights.requireFinite(module);
        return module.retainReference();
    }

    private Void change(TorchWeightChange change, Map<String, WeightDelta> deltas) {
        Map<String, org.bytedeco.pytorch.Tensor> weights = TorchParameters.of(module);
        if (!weights.keySet().containsAll(deltas.keySet())) {
            throw new IllegalArgumentException("Not all are weights here: " + deltas.keySet());
        }
        deltas.forEach((name, delta) -> change.add(name, weights.get(name), delta));
        return null;
    }

    private IValueVector argumentsOf(Tensor[] inputs) {
        IValueVector arguments = new IValueVector();
        for (Tensor input : inputs) {
            org.bytedeco.pytorch.Tensor numbers = ((TorchTensor) input).handle();
            // One number for each row is a timestep: half precision would round it away.
            boolean fitted = numbers.is_floating_point() && numbers.dim() > 1;
            arguments.push_back(new IValue(fitted ? numbers.to(inputType) : numbers));
        }
        return arguments;
    }
}
