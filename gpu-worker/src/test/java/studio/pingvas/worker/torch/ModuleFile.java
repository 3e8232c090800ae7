package studio.pingvas.worker.torch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.tensor.Shape;

/** Writes a small network to a TorchScript file, without Python. */
public final class ModuleFile {
    private final Map<String, Shape> parameters = new LinkedHashMap<>();
    private final Map<String, Integer> counting = new LinkedHashMap<>();
    private final String forward;
    private ScalarType type = ScalarType.Float;
    private boolean frozen;

    /**
     * @param forward source of the method, for example {@code def forward(self, x): return x}
     */
    public ModuleFile(String forward) {
        this.forward = forward;
        Demonstration.device();
    }

    /** A weight of seeded random numbers; dots in its name make modules. */
    public ModuleFile parameter(String name, int... sizes) {
        parameters.put(name, Shape.of(sizes));
        return this;
    }

    /** A buffer of the whole numbers below a limit. */
    public ModuleFile countingBuffer(String name, int limit) {
        counting.put(name, limit);
        return this;
    }

    public ModuleFile halfPrecision() {
        type = ScalarType.Half;
        return this;
    }

    /** Folds all weights into constants, as an optimising export does. */
    public ModuleFile frozen() {
        frozen = true;
        return this;
    }

    @SuppressWarnings("try") // The scope works by being open.
    public Path write(Path file) {
        try (PointerScope temporaries = new PointerScope()) {
            torch.manual_seed(1);
            JitModule root = module("Root", parameters);
            // libtorch's conversion would make fractions of whole numbers.
            root.to(type);
            counting.forEach(
                    (name, limit) -> root.register_buffer(name, torch.arange(new Scalar(limit))));
            root.define(forward + "\n");
            root.eval();
            (frozen ? torch.freeze(root) : root).save(file.toString());
            return file;
        }
    }

    private static JitModule module(String name, Map<String, Shape> content) {
        JitModule module = new JitModule(new QualifiedName("__torch__." + name));
        Map<String, Map<String, Shape>> parts = new LinkedHashMap<>();
        content.forEach(
                (key, shape) -> {
                    int dot = key.indexOf('.');
                    if (dot < 0) {
                        module.register_parameter(key, numbers(shape), false);
                    } else {
                        parts.computeIfAbsent(key.substring(0, dot), k -> new LinkedHashMap<>())
                                .put(key.substring(dot + 1), shape);
                    }
                });
        parts.forEach((key, part) -> module.register_module(key, module(name + "_" + key, part)));
        return module;
    }

    private static Tensor numbers(Shape shape) {
        return torch.randn(shape.dimensions().stream().mapToLong(size -> size).toArray());
    }
}
