package studio.pingvas.payment.subscriptions;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.ProvidedTiers;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.plans.PlanCatalog;

/** Reads the plans, so that bad ones stop the start, and gives the first accounts their tiers. */
@Singleton
@Startup
@DependsOn("PaymentMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SubscriptionBootstrap implements ProvidedTiers {
    private static final List<String> ACCOUNTS = List.of("demo", "admin");

    @Inject Config config;
    @Inject PlanCatalog plans;
    @Inject ProvidedSubscriptions subscriptions;
    @Inject CreditLedger ledger;

    @PostConstruct
    void start() {
        // A call, because the bean behind the proxy reads its file when it is first used.
        plans.plans();
        ACCOUNTS.forEach(this::provide);
    }

    private void provide(String account) {
        String prefix = "studio.bootstrap." + account + ".";
        config.getOptionalValue(prefix + "id", String.class)
                .map(UUID::fromString)
                .ifPresent(
                        userId ->
                                provide(
                                        userId,
                                        config.getOptionalValue(prefix + "tier", String.class)
                                                .map(Tier::ofKey)
                                                .orElse(Tier.FREE)));
    }

    /** The grant comes first: a crash between the two repeats it, without effect. */
    @Override
    public void provide(UUID userId, Tier tier) {
        if (subscriptions.isSubscriber(userId)) {
            return;
        }
        // The sign-up grant is the free tier's month already.
        if (tier != Tier.FREE) {
            ledger.grant(
                    userId,
                    CreditBucket.PLAN,
                    plans.of(tier).creditsPerMonth(),
                    ProvidedSubscriptions.SOURCE + ":" + userId,
                    "First month of the " + tier.key() + " plan");
        }
        subscriptions.add(userId, tier);
    }
}
