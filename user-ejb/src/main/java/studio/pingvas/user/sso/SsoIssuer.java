package studio.pingvas.user.sso;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.user.SsoIssuerSettings;

/** An issuer of tokens that an administrator trusts. */
@Entity
@Table(name = "sso_issuer")
public class SsoIssuer {
    @Id private UUID id;
    private String name;
    private String issuer;
    private String audience;

    @Column(name = "group_prefix")
    private String groupPrefix;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "client_secret")
    private byte[] clientSecret;

    private boolean enabled;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SsoIssuer() {}

    static SsoIssuer added(UUID id, Instant now) {
        SsoIssuer added = new SsoIssuer();
        added.id = id;
        added.createdAt = now;
        return added;
    }

    /**
     * Takes over what an administrator has set.
     *
     * @param sealedSecret null keeps the one that is stored
     */
    void adopt(SsoIssuerSettings settings, byte[] sealedSecret) {
        name = settings.name();
        issuer = settings.issuer();
        audience = settings.audience();
        groupPrefix = settings.groupPrefix();
        clientId = settings.clientId();
        enabled = settings.enabled();
        if (sealedSecret != null) {
            clientSecret = sealedSecret.clone();
        }
        if (clientId == null) {
            clientSecret = null;
        }
    }

    UUID id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Without the secret. */
    SsoIssuerSettings settings() {
        return new SsoIssuerSettings(name, issuer, audience, groupPrefix, clientId, null, enabled);
    }

    Optional<byte[]> sealedSecret() {
        return Optional.ofNullable(clientSecret).map(byte[]::clone);
    }
}
