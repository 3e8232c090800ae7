package studio.pingvas.contracts.generation.message;

/**
 * A small addition to a model's weights.
 *
 * @param id of the LoRA, a file name without its ending in the worker's folder of LoRAs
 * @param weight how strongly, -4 to 4; 1 is as trained
 */
public record LoraUse(String id, double weight) {}
