/**
 * TorchScript networks through libtorch (ByteDeco's JNI). The only package that sees {@code
 * org.bytedeco}; what it hands out knows only {@link studio.pingvas.worker.tensor}.
 */
package studio.pingvas.worker.torch;
