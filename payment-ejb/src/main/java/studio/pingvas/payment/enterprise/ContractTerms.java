package studio.pingvas.payment.enterprise;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.EnterpriseTerms;
import studio.pingvas.payment.credits.LedgerInTransaction;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.payment.subscriptions.Subscription;
import studio.pingvas.payment.subscriptions.SubscriptionEnding;

/** The contract of a user as a subscription. Only for callers that have the user's turn. */
@Dependent
public class ContractTerms {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject PlanCatalog plans;
    @Inject LedgerInTransaction ledger;
    @Inject SubscriptionEnding ending;

    /** New terms for the contract that there is, or a new one with the credits of a month. */
    void agree(UUID userId, EnterpriseTerms terms, Instant now) {
        Optional<Subscription> present = contractOf(userId);
        // One that is over closes first, so that its credits expire and the new ones do not.
        boolean goesOn = present.filter(contract -> !ending.closeIfOver(contract, now)).isPresent();
        if (goesOn) {
            present.get().agree(terms.creditsPerMonth(), terms.endsAt());
        } else {
            entities.flush();
            begin(userId, terms, now);
        }
    }

    /**
     * @return whether there was one
     */
    boolean end(UUID userId, Instant now) {
        Optional<Subscription> present = contractOf(userId);
        present.ifPresent(
                contract -> {
                    contract.end(now);
                    ending.closeIfOver(contract, now);
                });
        return present.isPresent();
    }

    private void begin(UUID userId, EnterpriseTerms terms, Instant now) {
        Subscription contract = Subscription.agreed(userId, now);
        contract.agree(terms.creditsPerMonth(), terms.endsAt());
        String key = Subscription.CONTRACT + ":" + contract.id();
        long credits =
                terms.creditsPerMonth() == null
                        ? plans.of(contract.tier()).creditsPerMonth()
                        : terms.creditsPerMonth();
        ledger.grant(
                userId,
                CreditBucket.PLAN,
                credits,
                key,
                "First month of the " + contract.tier().key() + " plan");
        contract.grantedMonth(key, now);
        entities.persist(contract);
    }

    private Optional<Subscription> contractOf(UUID userId) {
        return entities.createQuery(
                        "select s from Subscription s where s.userId = :user"
                                + " and s.source = :contract and s.closedAt is null",
                        Subscription.class)
                .setParameter("user", userId)
                .setParameter("contract", Subscription.CONTRACT)
                .getResultStream()
                .findFirst();
    }
}
