package studio.pingvas.contracts.gallery;

/**
 * Which pictures; null means no restriction.
 *
 * @param model id of the model
 * @param text that the prompt contains, in whatever case
 */
public record ImageFilter(String model, String text) {
    public static final ImageFilter ALL = new ImageFilter(null, null);
}
