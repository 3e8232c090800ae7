package studio.pingvas.worker.cuda;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import studio.pingvas.worker.tensor.DeviceTensor;
import studio.pingvas.worker.tensor.Shape;

/** Device memory straight from the driver, so that kernels can be tried without libtorch. */
final class DriverMemory implements DeviceSpace {
    private final GpuContext context;
    private final long stream;
    private final List<Block> tensors = new ArrayList<>();
    private int liveBlocks;

    DriverMemory(GpuContext context, long stream) {
        this.context = context;
        this.stream = stream;
    }

    @Override
    public long stream() {
        return stream;
    }

    @Override
    public Block allocate(long bytes) {
        context.enter();
        CUdeviceptr memory = new CUdeviceptr();
        DriverCall.check("cuMemAlloc", JCudaDriver.cuMemAlloc(memory, bytes));
        liveBlocks++;
        long address = addressOf(memory);
        return new Block() {
            @Override
            public long address() {
                return address;
            }

            @Override
            public void close() {
                DriverCall.check("cuMemFree", JCudaDriver.cuMemFree(memory));
                liveBlocks--;
            }
        };
    }

    /**
     * @param numbers all of them; without, they are undefined
     */
    DeviceTensor tensor(Shape shape, float... numbers) {
        Block block = allocate((long) shape.elements() * Float.BYTES);
        tensors.add(block);
        if (numbers.length > 0) {
            DriverCall.check(
                    "cuMemcpyHtoD",
                    JCudaDriver.cuMemcpyHtoD(
                            RawHandles.memory(block.address()),
                            Pointer.to(numbers),
                            (long) numbers.length * Float.BYTES));
        }
        return new OnDevice(shape, block.address());
    }

    int liveBlocks() {
        return liveBlocks;
    }

    void freeTensors() {
        tensors.forEach(Block::close);
        tensors.clear();
    }

    private static long addressOf(CUdeviceptr memory) {
        // JCuda prints it, and has no other way to tell.
        String text = memory.toString();
        int begin = text.indexOf("nativePointer=0x") + "nativePointer=0x".length();
        return Long.parseUnsignedLong(text.substring(begin).split("[^0-9a-f]")[0], 16);
    }

    private record OnDevice(Shape shape, long address) implements DeviceTensor {
        @Override
        public FloatBuffer floats() {
            throw new IllegalStateException("on the device");
        }

        @Override
        public float[] toArray() {
            float[] numbers = new float[shape.elements()];
            DriverCall.check(
                    "cuMemcpyDtoH",
                    JCudaDriver.cuMemcpyDtoH(
                            Pointer.to(numbers),
                            RawHandles.memory(address),
                            (long) numbers.length * Float.BYTES));
            return numbers;
        }
    }
}
