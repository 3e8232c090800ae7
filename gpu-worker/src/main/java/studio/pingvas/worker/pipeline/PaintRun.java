package studio.pingvas.worker.pipeline;

import studio.pingvas.worker.metrics.PhaseTimer;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.tensor.Device;

/**
 * What the pictures of a request have in common.
 *
 * @param device that the model is loaded on
 * @param timer hears how long each phase takes
 */
record PaintRun(Device device, PhaseTimer timer, DiffusionModel model, Painting painting) {}
