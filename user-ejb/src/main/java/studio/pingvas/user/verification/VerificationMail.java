package studio.pingvas.user.verification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailOutbox;
import studio.pingvas.user.verification.OneTimeTokens.Purpose;

/** Sends somebody the link that proves an address, in the caller's transaction. */
@Dependent
public class VerificationMail {
    @Inject OneTimeTokens tokens;
    @Inject MailOutbox mails;

    public void send(UUID accountId, String email, String language) {
        String link = tokens.newLink(accountId, Purpose.VERIFY_EMAIL);
        mails.queue(MailKind.VERIFY_EMAIL, email, language, Map.of("link", link));
    }
}
