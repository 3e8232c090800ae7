/**
 * Model families by their interfaces: networks with the inputs and outputs of the real ones and
 * tiny random weights, through the same lines as every model.
 */
package studio.pingvas.worker.family;
