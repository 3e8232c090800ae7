package studio.pingvas.generation.inputs;

/**
 * What a job begins with.
 *
 * @param image null if it begins with nothing
 * @param mask null unless it is an inpaint
 */
public record InputPictures(InputPicture image, InputPicture mask) {
    public static final InputPictures NONE = new InputPictures(null, null);
}
