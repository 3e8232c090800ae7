package studio.pingvas.contracts.generation;

/**
 * A picture that is yet to come: enough to ask what a request would cost, not to make it.
 *
 * @param width pixels, as it is seen
 * @param height pixels, as it is seen
 */
public record AnnouncedPicture(int width, int height) implements UploadedFile {
    @Override
    public long length() {
        return 0;
    }

    @Override
    public byte[] bytes() {
        throw new IllegalStateException("The picture was announced, but did not come.");
    }
}
