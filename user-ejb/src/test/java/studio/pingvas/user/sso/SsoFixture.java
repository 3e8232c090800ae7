package studio.pingvas.user.sso;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.identities.control.IdentityFixture;
import studio.pingvas.user.openid.OpenIdFixture;
import studio.pingvas.user.openid.PublishedIssuers;

/** The beans of this package, wired as one node of the server wires them. */
public final class SsoFixture {
    public final JpaSsoIssuers issuers = new JpaSsoIssuers();
    public final IssuerTokenVerifier verifier = new IssuerTokenVerifier();
    public final EnterpriseProviders providers = new EnterpriseProviders();

    public SsoFixture(Clock clock) {
        SsoIssuerTable table = new TransactionalTable();
        IssuerDirectory directory = new IssuerDirectory();
        directory.table = table;
        PublishedIssuers published = new PublishedIssuers(OpenIdFixture.documents(), clock);
        issuers.table = table;
        issuers.directory = directory;
        issuers.published = published;
        verifier.directory = directory;
        verifier.published = published;
        verifier.identities = IdentityFixture.identities();
        verifier.settings = UsersDatabase.SETTINGS;
        verifier.clock = clock;
        providers.directory = directory;
        providers.table = table;
        providers.published = published;
        providers.documents = OpenIdFixture.documents();
        providers.clock = clock;
    }

    public static SsoIssuerSettings settings(String issuer) {
        return new SsoIssuerSettings(
                "Example Corp", issuer, "studio-api", "corp", null, null, true);
    }

    private static final class TransactionalTable extends SsoIssuerTable {
        @Override
        public List<SsoIssuer> all() {
            return UsersDatabase.inTransaction(manager -> on(manager).all());
        }

        @Override
        public SsoIssuer get(UUID id) {
            return UsersDatabase.inTransaction(manager -> on(manager).get(id));
        }

        @Override
        public SsoIssuer add(UUID actor, SsoIssuerSettings wanted) {
            return UsersDatabase.inTransaction(manager -> on(manager).add(actor, wanted));
        }

        @Override
        public SsoIssuer change(UUID actor, UUID id, SsoIssuerSettings wanted) {
            return UsersDatabase.inTransaction(manager -> on(manager).change(actor, id, wanted));
        }

        @Override
        public void remove(UUID actor, UUID id) {
            UsersDatabase.run(manager -> on(manager).remove(actor, id));
        }

        @Override
        public studio.pingvas.user.openid.ClientRegistration clientAt(SsoIssuer issuer) {
            return on(null).clientAt(issuer);
        }

        private static SsoIssuerTable on(EntityManager manager) {
            SsoIssuerTable table = new SsoIssuerTable();
            table.entities = manager;
            table.settings = UsersDatabase.SETTINGS;
            table.documents = OpenIdFixture.documents();
            table.audit = manager == null ? null : AuditFixture.log(manager);
            return table;
        }
    }
}
