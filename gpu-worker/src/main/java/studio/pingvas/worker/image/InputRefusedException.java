package studio.pingvas.worker.image;

import studio.pingvas.platform.picture.PictureRefusedException;
import studio.pingvas.worker.fault.PermanentFaultException;

/** A picture or mask that somebody gave to work on cannot be worked on. */
public class InputRefusedException extends PermanentFaultException {
    private InputRefusedException(String code, String message) {
        super(code, message);
    }

    InputRefusedException(PictureRefusedException cause) {
        super(cause.reason().code(), cause.getMessage(), cause);
    }

    static InputRefusedException maskOfAnotherSize(
            int maskWidth, int maskHeight, int width, int height) {
        return new InputRefusedException(
                "mask-size-mismatch",
                "The mask has %dx%d pixels and the picture %dx%d; draw the mask at the picture's size."
                        .formatted(maskWidth, maskHeight, width, height));
    }

    static InputRefusedException emptyMask() {
        return new InputRefusedException(
                "mask-empty", "The mask is all black; paint white what shall be made anew.");
    }
}
