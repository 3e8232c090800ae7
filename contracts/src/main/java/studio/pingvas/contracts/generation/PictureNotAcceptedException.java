package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** A file that came with a request cannot be taken as a picture. */
public class PictureNotAcceptedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    /** Why; the codes are those that workers use, too. */
    public enum Reason {
        INVALID("image-invalid"),
        TOO_LARGE("image-too-large"),
        FORMAT_NOT_SUPPORTED("image-format-not-supported");

        private final String code;

        Reason(String code) {
            this.code = code;
        }
    }

    public PictureNotAcceptedException(Reason reason, String message) {
        super(reason.code, message);
    }
}
