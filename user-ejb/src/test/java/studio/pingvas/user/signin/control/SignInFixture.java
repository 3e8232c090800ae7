package studio.pingvas.user.signin.control;

import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.sessions.SessionFixture;

/** The beans of this package, each call in a transaction of its own, as in the container. */
public final class SignInFixture {
    private SignInFixture() {}

    public static Credentials credentials() {
        return new Credentials() {
            @Override
            public Optional<Account> of(String email) {
                return UsersDatabase.inTransaction(manager -> on(manager).of(email));
            }

            @Override
            public void noteSignIn(UUID accountId) {
                UsersDatabase.run(manager -> on(manager).noteSignIn(accountId));
            }

            private Credentials on(jakarta.persistence.EntityManager manager) {
                Credentials credentials = new Credentials();
                credentials.entities = manager;
                return credentials;
            }
        };
    }

    public static RefreshTokens refreshTokens() {
        return new RefreshTokens() {
            @Override
            public Opened open(UUID accountId, Device device) {
                return UsersDatabase.inTransaction(manager -> on(manager).open(accountId, device));
            }

            @Override
            public Rotation rotate(String token) {
                return UsersDatabase.inTransaction(manager -> on(manager).rotate(token));
            }

            private RefreshTokens on(jakarta.persistence.EntityManager manager) {
                RefreshTokens tokens = new RefreshTokens();
                tokens.entities = manager;
                tokens.settings = UsersDatabase.SETTINGS;
                tokens.successors = new SuccessorTokens();
                tokens.successors.settings = UsersDatabase.SETTINGS;
                tokens.sessions = SessionFixture.table(manager);
                tokens.audit = AuditFixture.log(manager);
                tokens.mails = QueuedMails.outbox(manager);
                return tokens;
            }
        };
    }
}
