package studio.pingvas.user.openid;

/** Another server did not answer, or not what its contract says. The message holds no secret. */
public class ForeignAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    public ForeignAnswerException(String message) {
        super(message);
    }

    public ForeignAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
