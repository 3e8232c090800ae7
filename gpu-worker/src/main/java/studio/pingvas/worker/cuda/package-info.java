/**
 * Our kernels on a GPU, through NVIDIA's driver. The only package that sees {@code jcuda}. It owns
 * no memory: tensors come with their address, and scratch from {@link
 * studio.pingvas.worker.cuda.DeviceSpace}.
 */
package studio.pingvas.worker.cuda;
