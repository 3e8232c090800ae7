package studio.pingvas.worker.weights;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * How numbers are stored. The 64-bit ones are for the single numbers that some trainers write
 * beside their matrices.
 */
enum NumberType {
    F32(4) {
        @Override
        void convert(ByteBuffer from, FloatBuffer to) {
            to.put(from.asFloatBuffer());
        }
    },
    F16(2) {
        @Override
        void convert(ByteBuffer from, FloatBuffer to) {
            while (from.hasRemaining()) {
                to.put(fromHalf(from.getShort()));
            }
        }
    },
    BF16(2) {
        @Override
        void convert(ByteBuffer from, FloatBuffer to) {
            while (from.hasRemaining()) {
                to.put(Float.intBitsToFloat(from.getShort() << 16));
            }
        }
    },
    F64(8) {
        @Override
        void convert(ByteBuffer from, FloatBuffer to) {
            while (from.hasRemaining()) {
                to.put((float) from.getDouble());
            }
        }
    },
    I64(8) {
        @Override
        void convert(ByteBuffer from, FloatBuffer to) {
            while (from.hasRemaining()) {
                to.put(from.getLong());
            }
        }
    };

    private static final int HALF_EXPONENT = 0x1F;
    private static final int HALF_MANTISSA = 0x3FF;
    private static final int BIAS_DIFFERENCE = 127 - 15;

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** All numbers between the buffers' positions and limits; {@code from} is little-endian. */
    abstract void convert(ByteBuffer from, FloatBuffer to);

    static float fromHalf(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >>> 10 & HALF_EXPONENT;
        int mantissa = half & HALF_MANTISSA;
        if (exponent == 0) {
            // Subnormal or zero: the product is exact, and keeps the sign of a zero.
            return Float.intBitsToFloat(sign | 0x3F80_0000) * (mantissa * 0x1p-24f);
        }
        int wide = exponent == HALF_EXPONENT ? 0xFF : exponent + BIAS_DIFFERENCE;
        return Float.intBitsToFloat(sign | wide << 23 | mantissa << 13);
    }
}
