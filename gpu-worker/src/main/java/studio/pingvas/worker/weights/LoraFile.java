package studio.pingvas.worker.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.pingvas.worker.tensor.Factor;
import studio.pingvas.worker.tensor.Shape;

/** A safetensors file that holds a LoRA and nothing else. */
final class LoraFile implements AutoCloseable {
    private static final int MAX_RANK = 1_024;
    private static final String BASE_NAME = "[A-Za-z0-9][A-Za-z0-9 ._/+-]{0,63}";

    private final SafetensorsFile file;
    private final List<LoraLayer> layers = new ArrayList<>();

    private LoraFile(SafetensorsFile file) {
        this.file = file;
    }

    /**
     * @throws LoraInvalidException if it is damaged or of another kind
     */
    static LoraFile open(String name, Path path) throws IOException {
        SafetensorsFile file = SafetensorsFile.open(name, path);
        try {
            LoraFile lora = new LoraFile(file);
            lora.readLayers();
            return lora;
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    String name() {
        return file.name();
    }

    List<LoraLayer> layers() {
        return layers;
    }

    /** The model it was made for, if the file says it in plain words. */
    Optional<String> base() {
        return Stream.of("modelspec.architecture", "ss_base_model_version")
                .flatMap(key -> file.metadata(key).stream())
                .filter(base -> base.matches(BASE_NAME))
                .findFirst();
    }

    /** Readable as long as this is open. */
    Factor factor(StoredTensor tensor) {
        return new StoredFactor(file, tensor);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void readLayers() throws IOException {
        Map<LayerName, Map<LoraKey.Role, StoredTensor>> found = new LinkedHashMap<>();
        for (StoredTensor tensor : file.tensors().values()) {
            LoraKey key =
                    LoraKey.of(tensor.name())
                            .orElseThrow(() -> invalid(UnsupportedKind.of(tensor.name())));
            Map<LoraKey.Role, StoredTensor> roles =
                    found.computeIfAbsent(key.layer(), k -> new EnumMap<>(LoraKey.Role.class));
            if (roles.put(key.role(), tensor) != null) {
                throw invalid(Quoted.name(tensor.name()) + " is there under two names.");
            }
        }
        if (found.isEmpty()) {
            throw invalid("it holds no layers.");
        }
        AdapterSettings settings = settings();
        for (Map.Entry<LayerName, Map<LoraKey.Role, StoredTensor>> entry : found.entrySet()) {
            layers.add(layer(entry.getKey(), entry.getValue(), settings));
        }
    }

    private AdapterSettings settings() {
        try {
            return AdapterSettings.parse(file.metadata(AdapterSettings.KEY));
        } catch (IllegalArgumentException e) {
            throw new LoraInvalidException(name(), e.getMessage(), e);
        }
    }

    private LoraLayer layer(
            LayerName name, Map<LoraKey.Role, StoredTensor> roles, AdapterSettings settings)
            throws IOException {
        StoredTensor up = roles.get(LoraKey.Role.UP);
        StoredTensor down = roles.get(LoraKey.Role.DOWN);
        if (up == null || down == null) {
            throw invalid("the layer " + Quoted.name(name.flat()) + " is not complete.");
        }
        if (!isProduct(up.shape(), down.shape())) {
            throw invalid(
                    "the matrices of the layer %s do not go together: %s x %s."
                            .formatted(Quoted.name(name.flat()), up.shape(), down.shape()));
        }
        int rank = down.shape().dimension(0);
        if (rank > MAX_RANK) {
            throw invalid("its rank is " + rank + ", more than " + MAX_RANK + ".");
        }
        StoredTensor alpha = roles.get(LoraKey.Role.ALPHA);
        float scale = alpha == null ? settings.scale(name.part(), rank) : number(alpha) / rank;
        if (!Float.isFinite(scale)) {
            throw invalid("the scale of the layer " + Quoted.name(name.flat()) + " is no number.");
        }
        return new LoraLayer(name, up, down, scale);
    }

    /** [outputs, rank, 1...] x [rank, inputs...]: the kernel of a convolution belongs to down. */
    private static boolean isProduct(Shape up, Shape down) {
        return up.rank() >= 2
                && down.rank() >= 2
                && up.dimension(1) == down.dimension(0)
                && up.elements() == (long) up.dimension(0) * up.dimension(1);
    }

    private float number(StoredTensor alpha) throws IOException {
        if (alpha.shape().elements() != 1) {
            throw invalid(Quoted.name(alpha.name()) + " is not one number.");
        }
        FloatBuffer number = FloatBuffer.allocate(1);
        file.read(alpha, number);
        return number.get(0);
    }

    private LoraInvalidException invalid(String reason) {
        return new LoraInvalidException(name(), reason);
    }

    private record StoredFactor(SafetensorsFile file, StoredTensor tensor) implements Factor {
        @Override
        public Shape shape() {
            return tensor.shape();
        }

        @Override
        public void readInto(FloatBuffer target) {
            try {
                file.read(tensor, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
