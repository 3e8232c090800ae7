package studio.pingvas.worker.tensor;

import java.util.List;

/** What is added to one weight: the sum of products of low rank, in the order of the list. */
public record WeightDelta(List<Product> products) {
    public WeightDelta {
        products = List.copyOf(products);
    }

    /**
     * {@code scale x up x down}, where the product of [outputs, rank] and [rank, inputs...] has as
     * many numbers as the weight.
     */
    public record Product(Factor up, Factor down, float scale) {
        public Product {
            if ((long) outputs(up) * rank(down) != up.shape().elements()) {
                throw new IllegalArgumentException(
                        "%s x %s is no product.".formatted(up.shape(), down.shape()));
            }
        }

        public int outputs() {
            return outputs(up);
        }

        public int rank() {
            return rank(down);
        }

        public int inputs() {
            return down.shape().elements() / rank();
        }

        private static int outputs(Factor up) {
            return up.shape().dimension(0);
        }

        private static int rank(Factor down) {
            return down.shape().dimension(0);
        }
    }
}
