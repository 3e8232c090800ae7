package studio.pingvas.user.mail.delivery;

import studio.pingvas.user.mail.Letter;

/** The way out. */
public interface MailTransport {
    /**
     * @throws MailNotSentException if it has to be tried again
     */
    void send(Letter letter);
}
