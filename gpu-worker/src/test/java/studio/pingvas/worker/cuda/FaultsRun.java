package studio.pingvas.worker.cuda;

import java.nio.file.Path;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;

/** Prints what becomes of operations on a GPU that refuses some of them. */
final class FaultsRun {
    private static final Shape SMALL = Shape.of(1, 3, 8, 8);
    private static final Shape LARGE = Shape.of(1, 3, 128, 128);
    private static final int OTHER_SIZES = 40;

    private final DriverMemory memory;
    private final CudaTensorOps ops;

    private FaultsRun(GpuContext context) {
        this.memory = new DriverMemory(context, FakeDriver.STREAM);
        this.ops = new CudaTensorOps(context, memory);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (GpuContext context = new GpuContext(Path.of(arguments[0]))) {
            FaultsRun run = new FaultsRun(context);
            switch (arguments[1]) {
                case "fill" -> run.fillThrice();
                case "memory" -> run.askForTooMuch();
                case "threads" -> run.fillOnAnotherThread();
                case "tables" -> run.resampleToManySizes();
                default -> throw new IllegalArgumentException(arguments[1]);
            }
        }
    }

    private void fillThrice() {
        Tensor x = tensor(SMALL);
        for (int time = 0; time < 3; time++) {
            attempt(() -> ops.fill(x, 1));
        }
    }

    private void askForTooMuch() {
        Tensor small = tensor(SMALL);
        Tensor large = tensor(LARGE);
        attempt(() -> ops.toBitmap(large));
        attempt(() -> ops.resample(small, large));
        attempt(() -> ops.toBitmap(small));
        System.out.println("blocks " + memory.liveBlocks());
    }

    private void fillOnAnotherThread() throws InterruptedException {
        Tensor x = tensor(SMALL);
        Thread other = new Thread(() -> attempt(() -> ops.fill(x, 1)));
        other.start();
        other.join();
        attempt(() -> ops.fill(x, 2));
    }

    private void resampleToManySizes() {
        for (int size = 1; size <= OTHER_SIZES; size++) {
            ops.resample(tensor(SMALL), tensor(Shape.of(1, 3, size, 8)));
            memory.freeTensors();
        }
        System.out.println("blocks " + memory.liveBlocks());
        ops.releaseTables();
        System.out.println("blocks " + memory.liveBlocks());
        // What was released comes back when it is needed.
        attempt(() -> ops.resample(tensor(SMALL), tensor(SMALL)));
    }

    private Tensor tensor(Shape shape) {
        return memory.tensor(shape, new float[shape.elements()]);
    }

    private static void attempt(Runnable operation) {
        try {
            operation.run();
            System.out.println("done");
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
