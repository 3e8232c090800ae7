package studio.pingvas.user.tokens.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key pair that signs access tokens from one time on and proves them until another. */
@Entity
@Table(name = "signing_key")
public class SigningKey {
    @Id private String kid;
    private String algorithm;

    @Column(name = "public_jwk")
    private String publicJwk;

    @Column(name = "private_key")
    private byte[] privateKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_from")
    private Instant signsFrom;

    @Column(name = "verifies_until")
    private Instant verifiesUntil;

    protected SigningKey() {}

    /**
     * @param publicJwk the public part as JSON Web Key
     * @param privateKey the private part, encrypted
     */
    public static SigningKey signingFrom(
            Instant signsFrom, String kid, String algorithm, String publicJwk, byte[] privateKey) {
        SigningKey key = new SigningKey();
        key.kid = kid;
        key.algorithm = algorithm;
        key.publicJwk = publicJwk;
        key.privateKey = privateKey.clone();
        key.createdAt = Instant.now();
        key.signsFrom = signsFrom;
        return key;
    }

    public String kid() {
        return kid;
    }

    public String publicJwk() {
        return publicJwk;
    }

    public byte[] privateKey() {
        return privateKey.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant signsFrom() {
        return signsFrom;
    }

    /** Null as long as it is in use. */
    public Instant verifiesUntil() {
        return verifiesUntil;
    }

    /** Proves tokens no longer than until then; an earlier end stays. */
    public void retireAt(Instant end) {
        if (verifiesAt(end)) {
            verifiesUntil = end;
        }
    }

    public boolean signsAt(Instant now) {
        return !signsFrom.isAfter(now) && verifiesAt(now);
    }

    public boolean verifiesAt(Instant now) {
        return verifiesUntil == null || verifiesUntil.isAfter(now);
    }
}
