package studio.pingvas.worker.tensor;

/**
 * Makes tensors, and frees all of them when it closes. Belongs to the thread that opened it.
 *
 * <p>Whatever makes a tensor throws {@link DeviceMemoryException} if there is no room for it.
 */
public interface TensorScope extends AutoCloseable {
    /** Contents are undefined. */
    Tensor floats(Shape shape);

    Tensor floats(Shape shape, float[] values);

    Tensor longs(Shape shape, long[] values);

    /** One batch row of a tensor as a tensor of one row: a view, it shares the numbers. */
    Tensor row(Tensor tensor, int row);

    @Override
    void close();
}
