package studio.pingvas.web.faces.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.SubscriptionView.Status;
import studio.pingvas.contracts.payment.Tier;

class SubscriptionStateTest {
    private static final Instant RENEWAL = Instant.parse("2026-12-21T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant GRACE = Instant.parse("2027-02-02T00:00:00Z");

    @Test
    void eachStateSpeaksOfItsOwnTime() {
        assertThat(stateOf(Status.ACTIVE, true))
                .isEqualTo(new SubscriptionState("active", RENEWAL));
        assertThat(stateOf(Status.CANCELLING, true).when()).isEqualTo(END);
        assertThat(stateOf(Status.PAST_DUE, true).when()).isEqualTo(GRACE);
        assertThat(stateOf(Status.NONE, false)).isEqualTo(new SubscriptionState("none", null));
        assertThat(stateOf(Status.ACTIVE, false)).isEqualTo(new SubscriptionState("contract", END));
    }

    @Test
    void everyStateHasItsSentenceWithAndWithoutATime() {
        ResourceBundle texts =
                ResourceBundle.getBundle("studio.pingvas.web.faces.messages", Locale.ROOT);
        assertThat(Arrays.stream(Status.values()).flatMap(SubscriptionStateTest::allStatesOf))
                .allMatch(state -> texts.containsKey("billing.state." + state.key()));
    }

    private static Stream<SubscriptionState> allStatesOf(Status status) {
        return Stream.of(true, false)
                .flatMap(
                        managed ->
                                Stream.of(
                                        stateOf(status, managed),
                                        SubscriptionState.of(
                                                view(status, managed, null, null, null))));
    }

    private static SubscriptionState stateOf(Status status, boolean managed) {
        return SubscriptionState.of(view(status, managed, RENEWAL, END, GRACE));
    }

    private static SubscriptionView view(
            Status status, boolean managed, Instant renews, Instant ends, Instant grace) {
        Plan plan = new Plan(Tier.PRO, 0, 1, 1, Set.of(), 1, 1, 1, 1, 1, 1);
        return new SubscriptionView(
                UUID.randomUUID(), plan, status, null, null, renews, ends, grace, managed);
    }
}
