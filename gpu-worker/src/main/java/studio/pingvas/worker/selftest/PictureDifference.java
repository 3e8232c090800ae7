package studio.pingvas.worker.selftest;

import studio.pingvas.worker.image.Bitmap;

/**
 * How far two pictures of the same size are apart, in steps of 255.
 *
 * @param largest of any colour of any pixel
 * @param mean over all of them
 */
record PictureDifference(int largest, double mean) {
    /**
     * Machines sum in another order, and every step goes on from the rounding of the one before.
     * Between processors with AVX-512 and without, up to 1 and less than 0.0001 were measured.
     */
    private static final PictureDifference BY_ROUNDING = new PictureDifference(4, 0.05);

    static PictureDifference between(Bitmap one, Bitmap other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            return new PictureDifference(255, 255);
        }
        int largest = 0;
        long sum = 0;
        for (int i = 0; i < one.rgba().length; i++) {
            int difference = Math.abs((one.rgba()[i] & 0xFF) - (other.rgba()[i] & 0xFF));
            largest = Math.max(largest, difference);
            sum += difference;
        }
        return new PictureDifference(largest, (double) sum / one.rgba().length);
    }

    /** Nobody sees it, and no fault of a model or an operation is that small. */
    boolean isRounding() {
        return largest <= BY_ROUNDING.largest && mean <= BY_ROUNDING.mean;
    }

    @Override
    public String toString() {
        return "differs by up to %d of 255, by %.4f in the mean".formatted(largest, mean);
    }
}
