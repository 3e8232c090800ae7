package studio.pingvas.user.verification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import studio.pingvas.contracts.user.EmailVerification;
import studio.pingvas.user.sessions.OpenSessions;

/** Verification by links in mails. This node forgets ended sessions after the commit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaEmailVerification implements EmailVerification {
    @Inject Verifications verifications;
    @Inject OpenSessions open;

    @Override
    public void send(UUID userId) {
        verifications.send(userId);
    }

    @Override
    public void confirm(String token, UUID keptSession) {
        open.forget(verifications.confirm(token, keptSession));
    }
}
