package studio.pingvas.worker.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.worker.tensor.WeightChange;
import studio.pingvas.worker.tensor.WeightOverflowException;

/** LoRAs in the weights of a model's networks, until this is closed. */
public final class MergedLoras implements AutoCloseable {
    private final Deque<WeightChange> changes = new ArrayDeque<>();

    private MergedLoras() {}

    /**
     * Adds them up in the order of the list. After a failure all weights are as before.
     *
     * @throws LoraMissingException if one is not installed
     * @throws LoraInvalidException if one is damaged or of another kind
     * @throws LoraNotCompatibleException if one was made for another model
     * @throws studio.pingvas.worker.tensor.DeviceMemoryException if the device has no room for the
     *     copies that bring the weights back
     * @throws IOException if a file cannot be read just now
     */
    public static MergedLoras open(LoraTargets targets, LoraFolder folder, List<LoraUse> uses)
            throws IOException {
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
        } catch (WeightOverflowException e) {
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

    private static LoraInvalidException tooLarge(List<LoraUse> uses, WeightOverflowException e) {
        return new LoraInvalidException(
                uses.stream().map(LoraUse::id).collect(Collectors.joining(", ")),
                "its numbers are too large for the model; choose a smaller weight or another.",
                e);
    }
}
