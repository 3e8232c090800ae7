package studio.pingvas.payment.gateway;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.platform.Uuid7;

/** Something a user asked of the gateway, once under its key. */
@Entity
@Table(name = "gateway_request")
public class GatewayRequest {
    static final Duration CHECKOUT_LIFE = Duration.ofMinutes(30);

    private static final String CHECKOUT = "checkout";
    private static final String CHANGE = "change";
    private static final String BEGUN = "begun";
    private static final String FAILED = "failed";
    private static final String DONE = "done";
    private static final String UNCONFIRMED = "unconfirmed";
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    @Id private UUID reference;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    private String kind;

    @Column(name = "variant_id")
    private long variantId;

    @Column(name = "email_sha256")
    private byte[] emailSha256;

    private String state;
    private String url;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected GatewayRequest() {}

    static GatewayRequest checkout(
            UUID userId, String email, String key, long variantId, Instant now) {
        GatewayRequest request = new GatewayRequest(CHECKOUT, userId, key, variantId, now);
        request.emailSha256 = sha256(email);
        return request;
    }

    static GatewayRequest change(UUID userId, String key, long variantId, Instant now) {
        return new GatewayRequest(CHANGE, userId, key, variantId, now);
    }

    private GatewayRequest(
            String kind, UUID userId, String idempotencyKey, long variantId, Instant now) {
        this.reference = Uuid7.create();
        this.kind = kind;
        this.userId = userId;
        this.idempotencyKey = idempotencyKey;
        this.variantId = variantId;
        this.state = BEGUN;
        this.begunAt = now;
        this.createdAt = now;
        this.expiresAt = now.plus(CHECKOUT_LIFE);
    }

    /** Addresses are compared without regard to case. */
    static byte[] sha256(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(
                            email.strip()
                                    .toLowerCase(Locale.ROOT)
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean asksTheSameAs(GatewayRequest other) {
        return kind.equals(other.kind) && variantId == other.variantId;
    }

    /** Somebody is calling the gateway for it at this moment. */
    boolean isRunning(Instant now) {
        return state.equals(BEGUN) && begunAt.plus(LONGEST_CALL).isAfter(now);
    }

    /** The gateway has answered. */
    boolean isAnswered() {
        return state.equals(DONE) || isUnconfirmed();
    }

    /** The person has to agree on a page of the gateway. */
    boolean isUnconfirmed() {
        return state.equals(UNCONFIRMED);
    }

    /** Called again after a call that came to nothing; a checkout lives from then on. */
    void beginAgain(Instant now) {
        state = BEGUN;
        begunAt = now;
        expiresAt = now.plus(CHECKOUT_LIFE);
    }

    /**
     * @param address of the page to pay on, or null
     */
    void finish(String address) {
        state = DONE;
        url = address;
    }

    void awaitConfirmation() {
        state = UNCONFIRMED;
    }

    void fail() {
        state = FAILED;
    }

    UUID reference() {
        return reference;
    }

    UUID userId() {
        return userId;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    String url() {
        return url;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
