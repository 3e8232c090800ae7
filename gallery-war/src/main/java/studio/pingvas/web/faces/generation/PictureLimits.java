package studio.pingvas.web.faces.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import studio.pingvas.platform.picture.PictureHeader;

/** What a picture may be that comes as a file, so that the page can say so before it is sent. */
@Named
@ApplicationScoped
public class PictureLimits {
    public int getBytes() {
        return PictureHeader.MAX_BYTES;
    }

    public int getMebibytes() {
        return PictureHeader.MAX_BYTES >> 20;
    }

    public int getPixels() {
        return PictureHeader.MAX_PIXELS;
    }

    public int getSide() {
        return PictureHeader.MAX_SIDE;
    }
}
