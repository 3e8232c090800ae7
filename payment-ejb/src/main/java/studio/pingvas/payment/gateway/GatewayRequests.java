package studio.pingvas.payment.gateway;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.contracts.IdempotencyKeyInUseException;
import studio.pingvas.contracts.IdempotencyKeyReusedException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Buyer;
import studio.pingvas.contracts.payment.NoSubscriptionException;
import studio.pingvas.contracts.payment.SubscriptionExistsException;
import studio.pingvas.payment.subscriptions.CurrentSubscription;
import studio.pingvas.payment.subscriptions.Subscription;
import studio.pingvas.payment.subscriptions.Turns;

/** Notes what is asked before it is asked; each call is a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GatewayRequests {
    private static final int LONGEST_KEY = 255;
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int MOST_IN_AN_HOUR = 30;

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject Turns turns;
    @Inject CurrentSubscription current;

    /**
     * @throws SubscriptionExistsException if the user has one already
     */
    public GatewayRequest beginSubscription(Buyer buyer, String key, long variantId) {
        turns.awaitUser(buyer.userId());
        return begin(
                now -> GatewayRequest.checkout(buyer.userId(), buyer.email(), key, variantId, now),
                () -> requireNone(buyer.userId()));
    }

    public GatewayRequest beginPurchase(Buyer buyer, String key, long variantId) {
        turns.awaitUser(buyer.userId());
        return begin(
                now -> GatewayRequest.checkout(buyer.userId(), buyer.email(), key, variantId, now),
                () -> {});
    }

    public GatewayRequest beginChange(UUID userId, String key, long variantId) {
        turns.awaitUser(userId);
        return begin(now -> GatewayRequest.change(userId, key, variantId, now), () -> {});
    }

    /**
     * @param url of the page to pay on, or null
     */
    public GatewayRequest finish(UUID reference, String url) {
        GatewayRequest request = entities.find(GatewayRequest.class, reference);
        request.finish(url);
        return request;
    }

    /** The same key may ask again at once. */
    public void fail(UUID reference) {
        entities.find(GatewayRequest.class, reference).fail();
    }

    /** The person has to agree on a page of the gateway. */
    public void awaitConfirmation(UUID reference) {
        entities.find(GatewayRequest.class, reference).awaitConfirmation();
    }

    /**
     * @return how many are so old that nobody can refer to them any more
     */
    public int deleteOld() {
        return entities.createQuery("delete from GatewayRequest r where r.createdAt < :limit")
                .setParameter("limit", turns.now().minus(KEPT))
                .executeUpdate();
    }

    /** One that can be changed at the gateway. */
    public Subscription managed(UUID userId) {
        return current.managed(userId).orElseThrow(NoSubscriptionException::new);
    }

    private GatewayRequest begin(Function<Instant, GatewayRequest> make, Runnable rule) {
        Instant now = turns.now();
        GatewayRequest asked = make.apply(now);
        requireKey(asked.idempotencyKey());
        Optional<GatewayRequest> earlier = find(asked.userId(), asked.idempotencyKey());
        if (earlier.isPresent()) {
            return resume(earlier.get(), asked, now, rule);
        }
        rule.run();
        requireFew(asked.userId(), now);
        entities.persist(asked);
        return asked;
    }

    private static GatewayRequest resume(
            GatewayRequest earlier, GatewayRequest asked, Instant now, Runnable rule) {
        if (!earlier.asksTheSameAs(asked)) {
            throw new IdempotencyKeyReusedException();
        }
        if (earlier.isRunning(now)) {
            throw new IdempotencyKeyInUseException();
        }
        if (!earlier.isAnswered()) {
            rule.run();
            earlier.beginAgain(now);
        }
        return earlier;
    }

    private Optional<GatewayRequest> find(UUID userId, String key) {
        return entities.createQuery(
                        "select r from GatewayRequest r where r.userId = :user"
                                + " and r.idempotencyKey = :key",
                        GatewayRequest.class)
                .setParameter("user", userId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private void requireNone(UUID userId) {
        if (current.managed(userId).isPresent()) {
            throw new SubscriptionExistsException();
        }
    }

    /** The turn of the user is ours, so the number holds. */
    private void requireFew(UUID userId, Instant now) {
        long recent =
                entities.createQuery(
                                "select count(r) from GatewayRequest r where r.userId = :user"
                                        + " and r.createdAt > :since",
                                Long.class)
                        .setParameter("user", userId)
                        .setParameter("since", now.minusSeconds(3600))
                        .getSingleResult();
        if (recent >= MOST_IN_AN_HOUR) {
            throw new TooManyRequestsException();
        }
    }

    private static void requireKey(String key) {
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new InvalidRequestException(
                    "", "Idempotency-Key has 1 to {0} characters.", LONGEST_KEY);
        }
    }
}
