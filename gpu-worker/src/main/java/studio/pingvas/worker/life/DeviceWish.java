package studio.pingvas.worker.life;

/** Which device whoever started the worker wants. */
public enum DeviceWish {
    /** CUDA where it works, else the processor. */
    AUTO,
    CPU,
    /** CUDA or nothing: a worker that is paid for by its GPU shall not work without. */
    CUDA,
    /** None at all: pictures of one colour, for benchmarks. */
    NONE
}
