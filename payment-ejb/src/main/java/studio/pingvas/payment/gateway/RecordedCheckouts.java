package studio.pingvas.payment.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.payment.lemonsqueezy.CheckoutReferences;
import studio.pingvas.payment.lemonsqueezy.Purchase;

/** Who went to pay, read in the transaction of whoever asks. */
@Dependent
public class RecordedCheckouts implements CheckoutReferences {
    private static final int MOST = 50;

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Override
    public Optional<UUID> userOf(UUID reference) {
        return Optional.ofNullable(entities.find(GatewayRequest.class, reference))
                .map(GatewayRequest::userId);
    }

    /**
     * Whose a purchase is that no report told of: the API does not tell the reference. It is known
     * if exactly one user went to pay this price with this address at that time.
     *
     * @param paidAt when it was bought
     */
    public Optional<Purchase> purchase(String email, long variantId, Instant paidAt) {
        List<GatewayRequest> possible =
                entities.createQuery(
                                "select r from GatewayRequest r where r.kind = 'checkout'"
                                        + " and r.emailSha256 = :email and r.variantId = :variant"
                                        + " and r.createdAt <= :at and r.expiresAt >= :at"
                                        + " order by r.createdAt desc",
                                GatewayRequest.class)
                        .setParameter("email", GatewayRequest.sha256(email))
                        .setParameter("variant", variantId)
                        .setParameter("at", paidAt)
                        .setMaxResults(MOST)
                        .getResultList();
        boolean unambiguous = possible.stream().map(GatewayRequest::userId).distinct().count() == 1;
        return unambiguous
                ? Optional.of(new Purchase(possible.get(0).reference(), possible.get(0).userId()))
                : Optional.empty();
    }
}
