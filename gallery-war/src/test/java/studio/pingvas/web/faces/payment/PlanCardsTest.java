package studio.pingvas.web.faces.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.contracts.payment.BillingInterval.MONTH;
import static studio.pingvas.contracts.payment.BillingInterval.YEAR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.SubscriptionView.Status;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.web.faces.payment.PlanCard.Step;

class PlanCardsTest {
    private static final List<Offer> OFFERS =
            List.of(
                    new Offer(Tier.STARTER, MONTH, 900),
                    new Offer(Tier.STARTER, YEAR, 9_000),
                    new Offer(Tier.PRO, MONTH, 2_900),
                    new Offer(Tier.PRO, YEAR, 29_000),
                    new Offer(Tier.STUDIO, MONTH, 7_900),
                    new Offer(Tier.STUDIO, YEAR, 79_000));

    @Test
    void whoeverHasNothingMayBuyWhatIsOffered() {
        SubscriptionView nothing = subscription(Tier.FREE, Status.NONE, null, false);

        assertThat(card(nothing, MONTH, Tier.FREE).step()).isEqualTo(Step.CURRENT);
        assertThat(card(nothing, MONTH, Tier.PRO).step()).isEqualTo(Step.BUY);
        assertThat(card(nothing, YEAR, Tier.PRO).usdCents()).isEqualTo(29_000);
        assertThat(card(nothing, MONTH, Tier.ENTERPRISE).step()).isEqualTo(Step.ASK);
    }

    @Test
    void moreIsChargedNowAndLessFromTheNextRenewalOn() {
        SubscriptionView pro = subscription(Tier.PRO, Status.ACTIVE, MONTH, true);

        assertThat(card(pro, MONTH, Tier.STUDIO).step()).isEqualTo(Step.UP);
        assertThat(card(pro, MONTH, Tier.STUDIO).chargedNow()).isTrue();
        assertThat(card(pro, MONTH, Tier.STARTER).step()).isEqualTo(Step.DOWN);
        assertThat(card(pro, MONTH, Tier.STARTER).chargedNow()).isFalse();
    }

    @Test
    void theYearIsTheCheaperIntervalOfTheSamePlan() {
        SubscriptionView monthly = subscription(Tier.PRO, Status.ACTIVE, MONTH, true);
        SubscriptionView yearly = subscription(Tier.PRO, Status.ACTIVE, YEAR, true);

        assertThat(card(monthly, YEAR, Tier.PRO).step()).isEqualTo(Step.OTHER_INTERVAL);
        assertThat(card(monthly, YEAR, Tier.PRO).chargedNow()).isFalse();
        assertThat(card(yearly, MONTH, Tier.PRO).chargedNow()).isTrue();
        assertThat(card(yearly, YEAR, Tier.PRO).step()).isEqualTo(Step.CURRENT);
    }

    @Test
    void freePlanIsReachedByCancellingOnly() {
        SubscriptionView pro = subscription(Tier.PRO, Status.ACTIVE, MONTH, true);

        assertThat(card(pro, MONTH, Tier.FREE).step()).isEqualTo(Step.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLING", "PAST_DUE"})
    void whatIsNotInOrderCannotBeChanged(Status status) {
        SubscriptionView pro = subscription(Tier.PRO, status, MONTH, true);

        assertThat(card(pro, MONTH, Tier.STUDIO).isChange()).isFalse();
        assertThat(card(pro, MONTH, Tier.STUDIO).isBuyable()).isFalse();
    }

    /** Their tier is off, but the subscription is there: a second one would be refused. */
    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "UNPAID"})
    void whatIsOffIsNotBoughtASecondTime(Status status) {
        SubscriptionView off = subscription(Tier.FREE, status, MONTH, true);

        assertThat(card(off, MONTH, Tier.PRO).step()).isEqualTo(Step.NONE);
    }

    @Test
    void contractsAreNotChangedHere() {
        SubscriptionView contract = subscription(Tier.ENTERPRISE, Status.ACTIVE, null, false);

        assertThat(card(contract, MONTH, Tier.ENTERPRISE).step()).isEqualTo(Step.CURRENT);
        assertThat(card(contract, MONTH, Tier.PRO).step()).isEqualTo(Step.NONE);
    }

    private static PlanCard card(SubscriptionView current, BillingInterval shown, Tier tier) {
        List<Plan> plans = Arrays.stream(Tier.values()).map(PlanCardsTest::plan).toList();
        return new PlanCards(current, shown, OFFERS)
                .of(plans).stream()
                        .filter(card -> card.plan().tier() == tier)
                        .findFirst()
                        .orElseThrow();
    }

    private static SubscriptionView subscription(
            Tier tier, Status status, BillingInterval interval, boolean managed) {
        return new SubscriptionView(
                UUID.randomUUID(), plan(tier), status, interval, null, null, null, null, managed);
    }

    private static Plan plan(Tier tier) {
        return new Plan(tier, 0, 1, 1, Set.of(), 1, 1, 1, 1, 1, 1);
    }
}
