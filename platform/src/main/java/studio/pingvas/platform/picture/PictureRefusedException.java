package studio.pingvas.platform.picture;

/** A file that is not taken as a picture; the message tells its owner why and what to do. */
public class PictureRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public PictureRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public PictureRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Codes are stable and part of the API. */
    public enum Reason {
        /** It is damaged, cut off, or contradicts itself. */
        INVALID("image-invalid"),
        /** Too many bytes or too many pixels. */
        TOO_LARGE("image-too-large"),
        /** Another kind of file, or a kind of picture that is not read. */
        FORMAT_NOT_SUPPORTED("image-format-not-supported");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
