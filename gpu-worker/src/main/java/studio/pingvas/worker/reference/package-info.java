/**
 * {@link studio.pingvas.worker.tensor.TensorOps} in plain Java, host memory only. Only additions,
 * multiplications, fused multiply-adds and square roots of 32-bit floats: each is correctly rounded
 * everywhere, so a kernel that keeps their order gives the same bits.
 */
package studio.pingvas.worker.reference;
