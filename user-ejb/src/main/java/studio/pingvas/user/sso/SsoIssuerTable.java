package studio.pingvas.user.sso;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.platform.KeyCipher;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.openid.ClientRegistration;
import studio.pingvas.user.openid.ForeignDocuments;

/** Issuers in the database; what administrators do to them is in the audit log. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SsoIssuerTable {
    static final int MOST = 100;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject UserSettings settings;
    @Inject ForeignDocuments documents;
    @Inject AuditLog audit;

    /** Oldest first. */
    public List<SsoIssuer> all() {
        return entities.createQuery(
                        "SELECT s FROM SsoIssuer s ORDER BY s.createdAt, s.id", SsoIssuer.class)
                .getResultList();
    }

    public SsoIssuer get(UUID id) {
        SsoIssuer found = entities.find(SsoIssuer.class, id);
        if (found == null) {
            throw new NotFoundException("The issuer");
        }
        return found;
    }

    public SsoIssuer add(UUID actor, SsoIssuerSettings wanted) {
        SsoIssuerRules.check(wanted, false, documents);
        // Two administrators at once must not pass the checks below together.
        entities.createNativeQuery("LOCK TABLE sso_issuer IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        if (all().size() >= MOST) {
            throw new InvalidRequestException("", "There are at most 100 issuers.");
        }
        SsoIssuer added = SsoIssuer.added(Uuid7.create(), Instant.now());
        entities.persist(adopted(added, wanted));
        audit.note("sso-issuer-added", null, actor, null, "Added issuer " + wanted.issuer() + ".");
        return added;
    }

    public SsoIssuer change(UUID actor, UUID id, SsoIssuerSettings wanted) {
        entities.createNativeQuery("LOCK TABLE sso_issuer IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        SsoIssuer changed = get(id);
        SsoIssuerRules.check(wanted, changed.sealedSecret().isPresent(), documents);
        adopted(changed, wanted);
        String how = wanted.enabled() ? "; it is accepted." : "; it is not accepted.";
        audit.note("sso-issuer-changed", null, actor, null, "Set issuer " + wanted.issuer() + how);
        return changed;
    }

    public void remove(UUID actor, UUID id) {
        SsoIssuer removed = get(id);
        entities.remove(removed);
        audit.note(
                "sso-issuer-removed",
                null,
                actor,
                null,
                "Removed issuer " + removed.settings().issuer() + ".");
    }

    /**
     * What we are called there.
     *
     * @throws java.util.NoSuchElementException if people cannot sign in there
     */
    public ClientRegistration clientAt(SsoIssuer issuer) {
        try {
            byte[] secret = cipher().open(nameOf(issuer.id()), issuer.sealedSecret().orElseThrow());
            return new ClientRegistration(
                    issuer.settings().clientId(), new String(secret, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of a client cannot be opened; is studio.master-key the one it was"
                            + " sealed with?",
                    e);
        }
    }

    private SsoIssuer adopted(SsoIssuer issuer, SsoIssuerSettings wanted) {
        requireAlone(issuer.id(), wanted);
        issuer.adopt(wanted, sealed(issuer.id(), wanted.clientSecret()));
        return issuer;
    }

    private byte[] sealed(UUID id, String secret) {
        if (secret == null) {
            return null;
        }
        try {
            return cipher().seal(nameOf(id), secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    private void requireAlone(UUID id, SsoIssuerSettings wanted) {
        if (wanted.issuer().equals(settings.issuer())) {
            throw new InvalidRequestException("/issuer", "These are our own tokens.");
        }
        for (SsoIssuer other : all()) {
            if (other.id().equals(id)) {
                continue;
            }
            if (other.settings().issuer().equals(wanted.issuer())) {
                throw new InvalidRequestException("/issuer", "The issuer is there already.");
            }
            if (other.settings().groupPrefix().equals(wanted.groupPrefix())) {
                throw new InvalidRequestException("/group_prefix", "Another issuer uses it.");
            }
        }
    }

    private KeyCipher cipher() {
        return new KeyCipher(settings.masterKeyBytes());
    }

    /** What a sealed secret is bound to; a signing key is bound to its kid, a bare UUID. */
    private static String nameOf(UUID id) {
        return "sso-issuer:" + id;
    }
}
