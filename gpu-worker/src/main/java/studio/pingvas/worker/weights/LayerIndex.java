package studio.pingvas.worker.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * Names of the weights by the flat names of their layers.
     *
     * @throws IllegalArgumentException with a sentence, if a layer is not there or not the only one
     */
    Map<String, String> weightsOf(Collection<String> layers) {
        String prefix = commonPrefix(layers);
        Map<String, String> weights = new LinkedHashMap<>();
        for (String layer : layers) {
            List<String> found =
                    candidates(layer).stream()
                            .filter(candidate -> candidate.prefix().equals(prefix))
                            .map(Candidate::parameter)
                            .toList();
            if (found.size() != 1) {
                throw ambiguous(layer);
            }
            weights.put(layer, found.get(0));
        }
        return weights;
    }

    private String commonPrefix(Collection<String> layers) {
        Set<String> common = null;
        for (String layer : layers) {
            Set<String> prefixes = new HashSet<>();
            candidates(layer).forEach(candidate -> prefixes.add(candidate.prefix()));
            if (common != null) {
                prefixes.retainAll(common);
            }
            if (prefixes.isEmpty()) {
                throw new IllegalArgumentException(
                        "the model has no layer " + Quoted.name(layer) + ".");
            }
            common = prefixes;
        }
        if (common.contains("")) {
            return "";
        }
        if (common.size() > 1) {
            throw ambiguous(layers.iterator().next());
        }
        return common.iterator().next();
    }

    private List<Candidate> candidates(String layer) {
        List<Candidate> own = byFlatName.getOrDefault(layer, List.of());
        if (!own.isEmpty()) {
            return own;
        }
        return OriginalNames.inDiffusers(layer)
                .map(name -> byFlatName.getOrDefault(name, List.of()))
                .orElse(List.of());
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
