package studio.pingvas.user.sso;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.contracts.user.SsoIssuerView;
import studio.pingvas.contracts.user.SsoIssuers;
import studio.pingvas.user.openid.ForeignAnswerException;
import studio.pingvas.user.openid.PublishedIssuer;
import studio.pingvas.user.openid.PublishedIssuers;

/**
 * Issuers in PostgreSQL. It has no transaction of its own: none is held while an issuer is asked
 * for its keys, and what this node remembers is forgotten after the change has been committed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaSsoIssuers implements SsoIssuers {
    private static final Logger LOG = System.getLogger(JpaSsoIssuers.class.getName());

    @Inject SsoIssuerTable table;
    @Inject IssuerDirectory directory;
    @Inject PublishedIssuers published;

    @Override
    public List<SsoIssuerView> list() {
        return table.all().stream().map(this::view).toList();
    }

    @Override
    public SsoIssuerView get(UUID id) {
        return view(table.get(id));
    }

    @Override
    public SsoIssuerView add(UUID actor, SsoIssuerSettings settings) {
        return asked(table.add(actor, settings));
    }

    @Override
    public SsoIssuerView change(UUID actor, UUID id, SsoIssuerSettings settings) {
        published.forget(table.get(id).settings().issuer());
        return asked(table.change(actor, id, settings));
    }

    @Override
    public void remove(UUID actor, UUID id) {
        String issuer = table.get(id).settings().issuer();
        table.remove(actor, id);
        directory.forget();
        published.forget(issuer);
    }

    /** Read at once: the administrator sees whether it works, and the first user need not wait. */
    private SsoIssuerView asked(SsoIssuer issuer) {
        directory.forget();
        try {
            published.of(issuer.settings().issuer()).metadata();
        } catch (ForeignAnswerException e) {
            LOG.log(Level.WARNING, "Issuer {0}: {1}", issuer.id(), e.getMessage());
        }
        return view(issuer);
    }

    private SsoIssuerView view(SsoIssuer issuer) {
        PublishedIssuer found = published.of(issuer.settings().issuer());
        return new SsoIssuerView(
                issuer.id(),
                issuer.settings(),
                issuer.createdAt(),
                found.readAt(),
                found.problem());
    }
}
