package studio.pingvas.worker.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.WeightChange;

/** LoRAs in the weights of a model's networks, until this is closed. */
public final class MergedLoras implements AutoCloseable {
    /** More at once are refused. */
    public static final int MAX_LORAS = 8;

    private final Deque<WeightChange> changes = new ArrayDeque<>();

    private MergedLoras() {}

    /**
     * Adds them up in the order of the list. After a failure all weights are as before.
     *
     * @throws LoraMissingException if one is not installed
     * @throws LoraInvalidException if one is damaged or of another kind
     * @throws LoraNotCompatibleException if one was made for another model
     * @throws IOException if a file cannot be read just now
     */
    public static MergedLoras open(LoraTargets targets, LoraFolder folder, List<LoraUse> uses)
            throws IOException {
        if (uses.size() > MAX_LORAS) {
            throw new IllegalArgumentException(uses.size() + " LoRAs at once.");
        }
        MergedLoras merged = new MergedLoras();
        try (MergePlan plan = new MergePlan(targets)) {
            for (LoraUse use : uses) {
                plan.add(folder.open(use.id()), use.weight());
            }
            plan.carryOut(merged.changes::push);
            return merged;
        } catch (UncheckedIOException e) {
            merged.close();
            throw e.getCause();
        } catch (NetworkException e) {
            merged.close();
            throw tooLarge(uses, e);
        } catch (IOException | RuntimeException | Error e) {
            merged.close();
            throw e;
        }
    }

    /** Puts the weights back as they were, bit for bit. */
    @Override
    public void close() {
        RuntimeException failed = null;
        while (!changes.isEmpty()) {
            try {
                changes.pop().close();
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static LoraInvalidException tooLarge(List<LoraUse> uses, NetworkException e) {
        return new LoraInvalidException(
                uses.stream().map(LoraUse::id).collect(Collectors.joining(", ")),
                "its numbers are too large for the model; choose a smaller weight or another.",
                e);
    }
}
