package studio.pingvas.worker.tensor;

/** Makes tensors, and frees all of them when it closes. Belongs to the thread that opened it. */
public interface TensorScope extends AutoCloseable {
    /** Contents are undefined. */
    Tensor floats(Shape shape);

    Tensor longs(Shape shape, long[] values);

    @Override
    void close();
}
