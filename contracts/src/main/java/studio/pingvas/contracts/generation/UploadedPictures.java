package studio.pingvas.contracts.generation;

/**
 * Files that came with a request, in place of pictures that it names by id; null where none came.
 *
 * @param image the picture to begin with
 * @param mask of an inpaint
 */
public record UploadedPictures(UploadedFile image, UploadedFile mask) {
    public static final UploadedPictures NONE = new UploadedPictures(null, null);
}
