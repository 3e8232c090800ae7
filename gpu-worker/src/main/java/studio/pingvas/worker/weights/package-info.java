/**
 * Weights from safetensors files: LoRA files are read, matched with the layers of a model, merged
 * for one job and taken out again. Everything in a file is taken for hostile.
 */
package studio.pingvas.worker.weights;
