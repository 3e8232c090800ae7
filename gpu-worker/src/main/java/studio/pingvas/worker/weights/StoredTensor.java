package studio.pingvas.worker.weights;

import java.util.List;
import studio.pingvas.worker.tensor.Shape;

/**
 * Where a tensor lies in its file.
 *
 * @param begin its first byte, counted after the header
 * @param end the byte after its last
 */
record StoredTensor(String name, NumberType type, Shape shape, long begin, long end) {
    // Half a gibibyte as floats; the largest matrix of a known LoRA has a hundredth of it.
    private static final int MAX_ELEMENTS = 1 << 27;

    /**
     * @throws IllegalArgumentException with a sentence, if the numbers do not go together
     */
    static StoredTensor of(String name, String type, List<Long> sizes, List<Long> offsets) {
        long begin = offsets.get(0);
        long end = offsets.get(1);
        NumberType known = typeOf(name, type);
        Shape shape = Shape.of(checked(name, sizes));
        if (begin < 0 || end < begin || end - begin != (long) shape.elements() * known.bytes()) {
            throw new IllegalArgumentException(
                    Quoted.name(name) + " does not lie where the header says.");
        }
        return new StoredTensor(name, known, shape, begin, end);
    }

    /** Some of the rows, which lie one after another. */
    StoredTensor rows(int first, int count) {
        long bytesOfRow = (end - begin) / shape.dimension(0);
        long start = begin + first * bytesOfRow;
        return new StoredTensor(
                name, type, shape.withBatch(count), start, start + count * bytesOfRow);
    }

    private static NumberType typeOf(String name, String type) {
        for (NumberType known : NumberType.values()) {
            if (known.name().equals(type)) {
                return known;
            }
        }
        throw new IllegalArgumentException(
                "%s is stored as %s; only F32, F16 and BF16 are supported."
                        .formatted(Quoted.name(name), Quoted.name(type)));
    }

    private static int[] checked(String name, List<Long> sizes) {
        long elements = 1;
        for (long size : sizes) {
            // In this order nothing overflows: neither factor is above the limit.
            if (size < 1 || size > MAX_ELEMENTS || elements * size > MAX_ELEMENTS) {
                throw new IllegalArgumentException(
                        Quoted.name(name) + " is empty or too large: " + sizes + ".");
            }
            elements *= size;
        }
        return sizes.stream().mapToInt(Long::intValue).toArray();
    }
}
