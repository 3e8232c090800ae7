package studio.pingvas.worker.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import studio.pingvas.worker.tensor.Factor;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.WeightChange;
import studio.pingvas.worker.tensor.WeightDelta;
import studio.pingvas.worker.tensor.WeightDelta.Product;

/** What open LoRA files add to which weight. Closes the files, which are read when it is done. */
final class MergePlan implements AutoCloseable {
    private final String model;
    private final Map<LoraPart, Network> networks;
    private final Map<LoraPart, LayerIndex> layers = new EnumMap<>(LoraPart.class);
    private final Map<LoraPart, Map<String, List<Product>>> products =
            new EnumMap<>(LoraPart.class);
    private final List<LoraFile> files = new ArrayList<>();

    MergePlan(LoraTargets targets) {
        this.model = targets.model();
        this.networks = targets.byPart();
    }

    /**
     * @param lora is closed with this, also after a failure
     * @throws LoraNotCompatibleException if it does not fit
     */
    void add(LoraFile lora, double weight) {
        files.add(lora);
        Map<LoraPart, List<LoraLayer>> parts =
                lora.layers().stream().collect(Collectors.groupingBy(layer -> layer.name().part()));
        parts.forEach((part, inPart) -> add(lora, part, inPart, weight));
    }

    void carryOut(Consumer<WeightChange> changes) {
        products.forEach(
                (part, byWeight) -> {
                    Map<String, WeightDelta> deltas = new LinkedHashMap<>();
                    byWeight.forEach((name, list) -> deltas.put(name, new WeightDelta(list)));
                    changes.accept(networks.get(part).change(deltas));
                });
    }

    @Override
    public void close() throws IOException {
        for (LoraFile file : files) {
            file.close();
        }
    }

    private void add(LoraFile lora, LoraPart part, List<LoraLayer> inPart, double weight) {
        LayerIndex index = layers.computeIfAbsent(part, p -> indexOf(lora, p));
        Map<String, List<String>> weights = weightsOf(lora, index, inPart);
        for (LoraLayer layer : inPart) {
            List<String> names = weights.get(layer.name().flat());
            requireFit(lora, layer, names.stream().map(index::shape).toList());
            float scale = (float) (layer.scale() * weight);
            // To add 0 is not nothing: it would turn -0 into 0.
            if (scale != 0) {
                addProducts(lora, layer, names, index, scale);
            }
        }
    }

    private void addProducts(
            LoraFile lora, LoraLayer layer, List<String> names, LayerIndex index, float scale) {
        int row = 0;
        for (String name : names) {
            int outputs = index.shape(name).dimension(0);
            Factor up = lora.factor(layer.up().rows(row, outputs));
            products.computeIfAbsent(layer.name().part(), p -> new LinkedHashMap<>())
                    .computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new Product(up, lora.factor(layer.down()), scale));
            row += outputs;
        }
    }

    private LayerIndex indexOf(LoraFile lora, LoraPart part) {
        Network network = networks.get(part);
        if (network == null) {
            throw notCompatible(lora, "the model has no " + part.label() + ".");
        }
        LayerIndex index = new LayerIndex(network.parameters());
        if (index.isEmpty()) {
            throw notCompatible(
                    lora,
                    "the model's %s was frozen when it was exported and cannot take a LoRA."
                            .formatted(part.label()));
        }
        return index;
    }

    private Map<String, List<String>> weightsOf(
            LoraFile lora, LayerIndex index, List<LoraLayer> inPart) {
        try {
            return index.weightsOf(inPart.stream().map(layer -> layer.name().flat()).toList());
        } catch (IllegalArgumentException e) {
            throw notCompatible(lora, e.getMessage());
        }
    }

    private void requireFit(LoraFile lora, LoraLayer layer, List<Shape> weights) {
        if (!layer.fits(weights)) {
            throw notCompatible(
                    lora,
                    "its layer %s is made for %s x %s, not for %s."
                            .formatted(
                                    Quoted.name(layer.name().flat()),
                                    layer.up().shape(),
                                    layer.down().shape(),
                                    weights.size() == 1 ? weights.get(0) : weights));
        }
    }

    private LoraNotCompatibleException notCompatible(LoraFile lora, String reason) {
        String madeFor = lora.base().map(base -> " It was made for " + base + ".").orElse("");
        return new LoraNotCompatibleException(lora.name(), model, reason + madeFor);
    }
}
