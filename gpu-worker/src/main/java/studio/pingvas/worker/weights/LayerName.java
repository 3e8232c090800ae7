package studio.pingvas.worker.weights;

/**
 * A layer as a LoRA names it.
 *
 * @param flat its path within the part, with {@code _} for {@code .}
 */
record LayerName(LoraPart part, String flat) {}
