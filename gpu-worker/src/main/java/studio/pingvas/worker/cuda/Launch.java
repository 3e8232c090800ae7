package studio.pingvas.worker.cuda;

import java.util.ArrayList;
import java.util.List;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/**
 * One kernel on its way to the GPU: parameters in the kernel's order, then the size of its grid.
 */
final class Launch {
    private static final int THREADS = 256;
    private static final int TILE_WIDTH = 32;
    private static final int TILE_HEIGHT = THREADS / TILE_WIDTH;
    // 2048 threads, as many as a multiprocessor keeps at once; they stride through what is left.
    private static final int BLOCKS_ON_MULTIPROCESSOR = 8;
    private static final int MOST_BLOCKS_DOWN = 65_535;

    private final String kernel;
    private final CUfunction function;
    private final CUstream stream;
    private final int multiprocessors;
    private final List<Pointer> parameters = new ArrayList<>();

    Launch(String kernel, CUfunction function, CUstream stream, int multiprocessors) {
        this.kernel = kernel;
        this.function = function;
        this.stream = stream;
        this.multiprocessors = multiprocessors;
    }

    /** An address on the GPU, or 0. */
    Launch address(long address) {
        return add(Pointer.to(new long[] {address}));
    }

    Launch longs(long value) {
        return add(Pointer.to(new long[] {value}));
    }

    Launch ints(int... values) {
        for (int value : values) {
            add(Pointer.to(new int[] {value}));
        }
        return this;
    }

    Launch floats(float... values) {
        for (float value : values) {
            add(Pointer.to(new float[] {value}));
        }
        return this;
    }

    /** Runs it over so many elements. */
    void over(long elements) {
        long most = (long) multiprocessors * BLOCKS_ON_MULTIPROCESSOR;
        run((int) Math.min(blocks(elements, THREADS), most), 1, THREADS, 1);
    }

    void over(long rows, int columns) {
        run(
                (int) blocks(columns, TILE_WIDTH),
                (int) Math.min(blocks(rows, TILE_HEIGHT), MOST_BLOCKS_DOWN),
                TILE_WIDTH,
                TILE_HEIGHT);
    }

    private Launch add(Pointer parameter) {
        parameters.add(parameter);
        return this;
    }

    private void run(int gridWidth, int gridHeight, int blockWidth, int blockHeight) {
        Pointer all = Pointer.to(parameters.toArray(new Pointer[0]));
        DriverCall.check(
                "kernel " + kernel,
                JCudaDriver.cuLaunchKernel(
                        function,
                        gridWidth,
                        gridHeight,
                        1,
                        blockWidth,
                        blockHeight,
                        1,
                        0,
                        stream,
                        all,
                        null));
    }

    private static long blocks(long elements, int threads) {
        return (elements + threads - 1) / threads;
    }
}
