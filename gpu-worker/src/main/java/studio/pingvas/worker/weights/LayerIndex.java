package studio.pingvas.worker.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.pingvas.worker.tensor.Shape;

/**
 * The layers of a network under their flattened names. A script that exports a network often wraps
 * it, so that all its names have one prefix more than a LoRA knows: which one, all layers of a file
 * have to agree on.
 */
final class LayerIndex {
    private static final String WEIGHT = ".weight";

    private final Map<String, Shape> parameters;
    private final Map<String, List<Candidate>> byFlatName = new HashMap<>();

    LayerIndex(Map<String, Shape> parameters) {
        this.parameters = parameters;
        for (String parameter : parameters.keySet()) {
            if (parameter.endsWith(WEIGHT)) {
                add(parameter);
            }
        }
    }

    boolean isEmpty() {
        return byFlatName.isEmpty();
    }

    Shape shape(String parameter) {
        return parameters.get(parameter);
    }

    /**
     * Names of the weights by the flat names of their layers. A layer may be several in this
     * network, whose outputs then lie one after another.
     *
     * @throws IllegalArgumentException with a sentence, if a layer is not there or not the only one
     */
    Map<String, List<String>> weightsOf(Collection<String> layers) {
        Map<String, List<String>> own = new LinkedHashMap<>();
        layers.forEach(layer -> own.put(layer, namesHere(layer)));
        String prefix = commonPrefix(own);
        Map<String, List<String>> weights = new LinkedHashMap<>();
        own.forEach(
                (layer, names) ->
                        weights.put(
                                layer,
                                names.stream().map(name -> weight(layer, name, prefix)).toList()));
        return weights;
    }

    private String weight(String layer, String name, String prefix) {
        List<Candidate> found =
                byFlatName.get(name).stream()
                        .filter(candidate -> candidate.prefix().equals(prefix))
                        .toList();
        if (found.size() != 1) {
            throw ambiguous(layer);
        }
        return found.get(0).parameter();
    }

    private String commonPrefix(Map<String, List<String>> layers) {
        Set<String> common = null;
        for (Map.Entry<String, List<String>> layer : layers.entrySet()) {
            for (String name : layer.getValue()) {
                Set<String> prefixes = new TreeSet<>();
                byFlatName
                        .getOrDefault(name, List.of())
                        .forEach(candidate -> prefixes.add(candidate.prefix()));
                if (common != null) {
                    prefixes.retainAll(common);
                }
                if (prefixes.isEmpty()) {
                    throw new IllegalArgumentException(
                            "the model has no layer " + Quoted.name(layer.getKey()) + ".");
                }
                common = prefixes;
            }
        }
        if (common.contains("")) {
            return "";
        }
        if (common.size() > 1) {
            throw ambiguous(layers.keySet().iterator().next());
        }
        return common.iterator().next();
    }

    /** The name itself, or what diffusers made of it, if only that is known here. */
    private List<String> namesHere(String layer) {
        if (byFlatName.containsKey(layer)) {
            return List.of(layer);
        }
        List<String> inDiffusers =
                StableDiffusionNames.inDiffusers(layer)
                        .map(List::of)
                        .orElse(TransformerNames.inDiffusers(layer));
        return inDiffusers.isEmpty() ? List.of(layer) : inDiffusers;
    }

    /** Under its whole name, and without its first steps, up to the last one. */
    private void add(String parameter) {
        String path = parameter.substring(0, parameter.length() - WEIGHT.length());
        int start = 0;
        do {
            byFlatName
                    .computeIfAbsent(
                            path.substring(start).replace('.', '_'), k -> new ArrayList<>())
                    .add(new Candidate(path.substring(0, start), parameter));
            start = path.indexOf('.', start) + 1;
        } while (start > 0);
    }

    private static IllegalArgumentException ambiguous(String layer) {
        return new IllegalArgumentException(
                "the model has more than one layer " + Quoted.name(layer) + ".");
    }

    private record Candidate(String prefix, String parameter) {}
}
