package studio.pingvas.worker.tensor;

import java.util.Arrays;
import java.util.List;

/** Sizes of a tensor, slowest dimension first: batch, channels, height, width. */
public record Shape(List<Integer> dimensions) {
    public Shape {
        dimensions = List.copyOf(dimensions);
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException("Not a shape: " + dimensions);
            }
        }
    }

    public static Shape of(int... dimensions) {
        return new Shape(Arrays.stream(dimensions).boxed().toList());
    }

    public int dimension(int index) {
        return dimensions.get(index);
    }

    public int rank() {
        return dimensions.size();
    }

    public int elements() {
        return dimensions.stream().reduce(1, Math::multiplyExact);
    }

    /** The same shape with another first dimension. */
    public Shape withBatch(int batch) {
        int[] sizes = dimensions.stream().mapToInt(Integer::intValue).toArray();
        sizes[0] = batch;
        return of(sizes);
    }

    @Override
    public String toString() {
        return dimensions.toString();
    }
}
