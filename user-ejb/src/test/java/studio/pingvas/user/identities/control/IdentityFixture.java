package studio.pingvas.user.identities.control;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.identities.entity.LinkedIdentity;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.openid.ForeignDocuments;
import studio.pingvas.user.openid.IdentitySettings;
import studio.pingvas.user.openid.PublishedIssuers;

/** The beans of this package, each call in a transaction of its own, as in the container. */
public final class IdentityFixture {
    private IdentityFixture() {}

    public static Providers providers(IdentitySettings settings) {
        ConfiguredProviders configured = new ConfiguredProviders();
        configured.settings = settings;
        configured.documents = new ForeignDocuments(settings);
        configured.issuers = new PublishedIssuers(configured.documents, Clock.systemUTC());
        return new Providers() {
            @Override
            public List<IdentityProvider> all() {
                return configured.providers();
            }
        };
    }

    public static Departures departures(IdentitySettings settingsOfNode) {
        return new Departures() {
            @Override
            public void note(
                    Passage passage, String provider, String secret, String path, UUID linkTo) {
                UsersDatabase.run(
                        manager -> on(manager).note(passage, provider, secret, path, linkTo));
            }

            @Override
            public Optional<Returned> take(String state, String provider, String secret) {
                return UsersDatabase.inTransaction(
                        manager -> on(manager).take(state, provider, secret));
            }

            private Departures on(EntityManager manager) {
                Departures departures = new Departures();
                departures.entities = manager;
                departures.settings = settingsOfNode;
                return departures;
            }
        };
    }

    public static LinkedIdentities identities() {
        return new LinkedIdentities() {
            @Override
            public Optional<Account> known(String issuer, String subject) {
                return UsersDatabase.inTransaction(manager -> on(manager).known(issuer, subject));
            }

            @Override
            public Account enter(Person person, IdentityOrigin provider, String address) {
                return UsersDatabase.inTransaction(
                        manager -> on(manager).enter(person, provider, address));
            }

            @Override
            public void requireLinkable(UUID userId, IdentityOrigin provider) {
                UsersDatabase.run(manager -> on(manager).requireLinkable(userId, provider));
            }

            @Override
            public void link(UUID userId, Person person, IdentityOrigin provider, String address) {
                UsersDatabase.run(manager -> on(manager).link(userId, person, provider, address));
            }

            @Override
            public List<LinkedIdentity> of(UUID userId) {
                return UsersDatabase.inTransaction(manager -> on(manager).of(userId));
            }

            @Override
            public void unlink(UUID userId, UUID identityId, Set<String> waysIn) {
                UsersDatabase.run(manager -> on(manager).unlink(userId, identityId, waysIn));
            }

            private LinkedIdentities on(EntityManager manager) {
                LinkedIdentities identities = new LinkedIdentities();
                identities.entities = manager;
                identities.audit = AuditFixture.log(manager);
                identities.mails = QueuedMails.outbox(manager);
                return identities;
            }
        };
    }
}
