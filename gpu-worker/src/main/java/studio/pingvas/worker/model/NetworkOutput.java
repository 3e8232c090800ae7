package studio.pingvas.worker.model;

import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;

/** A network of another shape than its manifest says is the model's fault, not the operation's. */
final class NetworkOutput {
    private NetworkOutput() {}

    /**
     * @throws NetworkException if it is of another shape
     */
    static Tensor require(String network, Tensor given, Shape expected) {
        if (!given.shape().equals(expected)) {
            throw new NetworkException(
                    network + " gives " + given.shape() + " instead of " + expected, null);
        }
        return given;
    }
}
