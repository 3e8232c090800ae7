package studio.pingvas.worker.cuda;

import java.lang.reflect.Field;
import jcuda.NativePointerObject;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUstream;

/** JCuda's types around addresses that come from elsewhere, for which it has no constructors. */
final class RawHandles {
    private static final Field ADDRESS = field();

    private RawHandles() {}

    static CUstream stream(long address) {
        CUstream stream = new CUstream();
        try {
            ADDRESS.setLong(stream, address);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("It was made accessible.", e);
        }
        return stream;
    }

    static CUdeviceptr memory(long address) {
        return new CUdeviceptr().withByteOffset(address);
    }

    private static Field field() {
        try {
            Field field = NativePointerObject.class.getDeclaredField("nativePointer");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Another JCuda than the one built against.", e);
        }
    }
}
