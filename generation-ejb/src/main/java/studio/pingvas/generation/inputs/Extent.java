package studio.pingvas.generation.inputs;

/** Width and height of a picture, in pixels. */
public record Extent(int width, int height) {
    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
