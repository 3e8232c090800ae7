/**
 * {@link studio.pingvas.worker.tensor.TensorOps} on the processor in native code: the kernels of
 * {@code src/main/cuda}, compiled by g++ and checked in. Only place of our own with {@code native}.
 */
package studio.pingvas.worker.kernels;
