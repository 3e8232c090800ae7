package studio.pingvas.worker.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages files as chance, a bad line or a bad person would; the same seed damages them alike. */
public final class Mutations {
    private static final int MAX_STEPS = 4;
    private static final int MAX_JUNK = 64;
    private static final long[] EXTREMES = {
        0,
        1,
        2,
        127,
        128,
        255,
        256,
        32_767,
        32_768,
        65_535,
        1L << 24,
        Integer.MAX_VALUE,
        1L << 31,
        0xFFFFFFFFL,
        0xFFFFFFFEL,
        1L << 32,
        1L << 53,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2
    };

    private final RandomGenerator random;

    public Mutations(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param samples whole files
     * @return one of them, damaged once or several times
     */
    public byte[] next(List<byte[]> samples) {
        byte[] file = pick(samples);
        for (int steps = 1 + random.nextInt(MAX_STEPS); steps > 0; steps--) {
            file = damage(file, samples);
        }
        return file;
    }

    private byte[] damage(byte[] file, List<byte[]> samples) {
        if (file.length == 0) {
            return junk();
        }
        return switch (random.nextInt(8)) {
            case 0 -> flipBit(file);
            case 1 -> overwrite(file, junk());
            case 2 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 3 -> overwrite(file, extreme());
            case 4 -> splice(file, random.nextInt(file.length), 0, junk());
            case 5 -> splice(file, random.nextInt(file.length), shortLength(file), new byte[0]);
            case 6 -> splice(file, random.nextInt(file.length), 0, part(file));
            default ->
                    splice(file, random.nextInt(file.length), part(file).length, partOf(samples));
        };
    }

    private byte[] flipBit(byte[] file) {
        byte[] copy = file.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private byte[] overwrite(byte[] file, byte[] with) {
        byte[] copy = file.clone();
        // Headers are where the lengths are: half of all damage is done within the first bytes.
        int range = random.nextBoolean() ? Math.min(64, copy.length) : copy.length;
        int at = random.nextInt(range);
        System.arraycopy(with, 0, copy, at, Math.min(with.length, copy.length - at));
        return copy;
    }

    /** A number as a length or size might be written, where it hurts most. */
    private byte[] extreme() {
        int bytes = 1 << random.nextInt(4);
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] number =
                ByteBuffer.allocate(Long.BYTES)
                        .order(order)
                        .putLong(EXTREMES[random.nextInt(EXTREMES.length)])
                        .array();
        return order == ByteOrder.BIG_ENDIAN
                ? Arrays.copyOfRange(number, Long.BYTES - bytes, Long.BYTES)
                : Arrays.copyOf(number, bytes);
    }

    private byte[] partOf(List<byte[]> samples) {
        return part(pick(samples));
    }

    private byte[] part(byte[] file) {
        int from = random.nextInt(file.length);
        return Arrays.copyOfRange(
                file, from, from + Math.min(file.length - from, shortLength(file)));
    }

    private byte[] pick(List<byte[]> samples) {
        return samples.get(random.nextInt(samples.size()));
    }

    private int shortLength(byte[] file) {
        return 1 + random.nextInt(Math.max(1, file.length / 4));
    }

    private byte[] junk() {
        byte[] junk = new byte[1 + random.nextInt(MAX_JUNK)];
        random.nextBytes(junk);
        return junk;
    }

    private static byte[] splice(byte[] file, int at, int removed, byte[] inserted) {
        int rest = Math.min(file.length, at + removed);
        byte[] result = new byte[at + inserted.length + file.length - rest];
        System.arraycopy(file, 0, result, 0, at);
        System.arraycopy(inserted, 0, result, at, inserted.length);
        System.arraycopy(file, rest, result, at + inserted.length, file.length - rest);
        return result;
    }
}
