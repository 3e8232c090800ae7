package studio.pingvas.payment.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.concurrent.RecentAnswers;
import studio.pingvas.platform.database.TestDatabase;
import studio.pingvas.platform.messaging.FiredEvents;

/** Which tier a user has, and how the first accounts get theirs. */
class SubscriptionsTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static EntityManagerFactory persistence;

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private EntityManager entities;
    private final FiredEvents<SubscriptionWritten> written = new FiredEvents<>();
    private RecentTiers tiers;
    private Entitlements entitlements;
    private SubscriptionBootstrap bootstrap;

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @BeforeEach
    void wire() {
        entities = persistence.createEntityManager();
        JpaEntitlements facade = new JpaEntitlements();
        tiers = TestSubscriptions.tiers(entities);
        facade.tiers = tiers;
        facade.plans = PlanCatalog.bundled();
        entitlements = facade;
        bootstrap = new SubscriptionBootstrap();
        bootstrap.plans = PlanCatalog.bundled();
        bootstrap.ledger = ledger;
        bootstrap.subscriptions = new ProvidedSubscriptions();
        bootstrap.subscriptions.entities = entities;
        bootstrap.subscriptions.written = written;
    }

    @AfterEach
    void close() {
        entities.close();
    }

    @Test
    void whoeverHasNoSubscriptionIsFree() {
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.FREE);
    }

    @Test
    void aTierIsRememberedUntilItsUserHasASubscriptionWritten() {
        tiers.answers = new RecentAnswers<>(10, Duration.ofHours(1));
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.FREE);
        subscribe(Tier.PRO, "active");
        tiers.onWritten(new SubscriptionWritten(Uuid7.create()));
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.FREE);
        tiers.onWritten(new SubscriptionWritten(user));
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.PRO);
    }

    @Test
    @Timeout(30)
    void aTierThatChangesElsewhereIsKnownAfterASecond() throws InterruptedException {
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.FREE);
        subscribe(Tier.PRO, "active");
        Thread.sleep(1_001);
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.PRO);
    }

    @Test
    void whateverWritesASubscriptionSaysSo() {
        provide(Tier.PRO);
        assertThat(written.fired()).containsExactly(new SubscriptionWritten(user));
    }

    @Test
    void whatChangesNothingThatOthersHearIsSaidHere() {
        SubscriptionAnnouncer announcer = TestSubscriptions.announcer(entities);
        announcer.written = written;
        entities.getTransaction().begin();
        announcer.announce(user, Instant.now());
        announcer.announce(user, Instant.now());
        entities.getTransaction().commit();
        assertThat(written.fired()).hasSize(2);
    }

    @Test
    void anExpiredSubscriptionGivesNothing() {
        subscribe(Tier.PRO, "expired");
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.FREE);
    }

    @Test
    void ofTwoSubscriptionsTheBetterOneHolds() {
        subscribe(Tier.STUDIO, "active");
        subscribe(Tier.STARTER, "active");
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.STUDIO);
    }

    @Test
    void allPlansAreTold() {
        assertThat(entitlements.plans()).extracting(Plan::tier).containsExactly(Tier.values());
    }

    @Test
    void aTierThatNobodyKnowsCannotBeStored() {
        assertThatThrownBy(
                        () ->
                                DATABASE.execute(
                                        "insert into subscription values (gen_random_uuid(), '%s',"
                                                        .formatted(user)
                                                + " 'gold', 'active', 'test', 'gold')"))
                .hasMessageContaining("subscription_tier_check");
    }

    @Test
    void aProvidedAccountGetsItsTierAndAMonthOfCreditsOnce() {
        provide(Tier.STUDIO);
        provide(Tier.STUDIO);
        provide(Tier.ENTERPRISE);
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.STUDIO);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(121_000, 0, 0));
    }

    @Test
    void aStartThatCrashedAfterTheGrantIsFinishedByTheNextOne() {
        provide(Tier.PRO);
        DATABASE.execute("delete from subscription where user_id = '%s'".formatted(user));
        provide(Tier.PRO);
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.PRO);
        assertThat(ledger.balance(user).plan()).isEqualTo(41_000);
    }

    @Test
    void whoeverWasDowngradedStaysSoAtTheNextStart() {
        provide(Tier.PRO);
        DATABASE.execute(
                "update subscription set status = 'expired' where user_id = '%s'".formatted(user));
        provide(Tier.PRO);
        assertThat(entitlements.planOf(user).tier()).isEqualTo(Tier.FREE);
    }

    @Test
    void aProvidedFreeAccountHasTheSignUpGrantAlone() {
        provide(Tier.FREE);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 0, 0));
    }

    private void provide(Tier tier) {
        entities.getTransaction().begin();
        bootstrap.provide(user, tier);
        entities.getTransaction().commit();
        entities.clear();
    }

    private void subscribe(Tier tier, String status) {
        DATABASE.execute(
                "insert into subscription (id, user_id, tier, status, source, source_id)"
                        + " values (gen_random_uuid(), '%s', '%s', '%s', 'test', '%s')"
                                .formatted(user, tier.key(), status, UUID.randomUUID()));
    }
}
