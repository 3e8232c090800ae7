package studio.pingvas.user.mail.delivery;

/** Nobody has taken the mail. */
class MailNotSentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailNotSentException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
