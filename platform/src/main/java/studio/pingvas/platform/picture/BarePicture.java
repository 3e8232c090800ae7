package studio.pingvas.platform.picture;

/**
 * A picture file without everything that its pixels do not need: texts, profiles, thumbnails,
 * places, frames after the first, and whatever follows its end. A decoder that gets such a file
 * never meets the parts in which bombs and second files hide; orientation is lost with the rest and
 * must be taken from the header.
 *
 * @param header of the file as it came
 * @param bytes a file of the same format
 */
public record BarePicture(PictureHeader header, byte[] bytes) {
    /**
     * @throws PictureRefusedException as {@link PictureHeader#read}
     */
    public static BarePicture of(byte[] file) {
        PictureFile parsed = PictureFile.parse(file);
        return new BarePicture(parsed.header(), parsed.bareBytes());
    }
}
