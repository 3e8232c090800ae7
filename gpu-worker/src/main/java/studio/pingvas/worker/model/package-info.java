/**
 * A model is a folder: {@code model.json} says what the loop needs to know, TorchScript files are
 * the networks. There is no code for any one model.
 */
package studio.pingvas.worker.model;
