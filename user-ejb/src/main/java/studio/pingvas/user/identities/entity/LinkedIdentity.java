package studio.pingvas.user.identities.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.user.LinkedIdentityView;

/** Somebody at a provider who is the owner of an account here. */
@Entity
@Table(name = "linked_identity")
public class LinkedIdentity {
    @Id private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    private String issuer;
    private String subject;
    private String provider;
    private String email;

    @Column(name = "linked_at")
    private Instant linkedAt;

    protected LinkedIdentity() {}

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public String issuer() {
        return issuer;
    }

    public String provider() {
        return provider;
    }

    public LinkedIdentityView view() {
        return new LinkedIdentityView(id, provider, email, linkedAt);
    }
}
