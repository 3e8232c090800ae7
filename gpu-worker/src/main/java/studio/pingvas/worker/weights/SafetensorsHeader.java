package studio.pingvas.worker.weights;

import java.util.Map;

/**
 * What a file says of its tensors.
 *
 * @param tensors by name, in the order of the file
 * @param metadata only the short entries: trainers put whole word lists there
 */
record SafetensorsHeader(Map<String, StoredTensor> tensors, Map<String, String> metadata) {
    /** As in the reference implementation of the format. */
    static final long MAX_BYTES = 100_000_000;
}
