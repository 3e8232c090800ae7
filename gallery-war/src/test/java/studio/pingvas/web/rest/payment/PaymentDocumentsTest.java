package studio.pingvas.web.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditHistoryPage;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.platform.json.Json;

/** The public shapes, field by field: clients rely on them. */
class PaymentDocumentsTest {
    private static final UUID ID = UUID.fromString("01a1fd2a-fac6-738c-941b-49851c512580");

    @Test
    void aBalanceTellsWhatIsHeldAndWhatIsAvailable() throws JsonProcessingException {
        assertThat(json(BalanceDocument.of(new CreditBalance(600, 50, 400, 7))))
                .isEqualTo(
                        "{\"balance\":1050,\"held\":400,\"available\":650,\"plan\":600,"
                                + "\"purchased\":50,\"debt\":7}");
    }

    @Test
    void anEntryOfTheHistoryNamesItsJob() throws JsonProcessingException {
        CreditHistoryPage.Entry charge =
                new CreditHistoryPage.Entry(
                        ID,
                        -2,
                        "generation_usage",
                        ID,
                        "Image generation",
                        Instant.parse("2026-11-21T08:00:00Z"),
                        998);
        assertThat(json(HistoryDocument.of(new CreditHistoryPage(List.of(charge), "next"))))
                .isEqualTo(
                        "{\"items\":[{\"id\":\"%s\",\"amount\":-2,\"type\":\"generation_usage\","
                                        .formatted(ID)
                                + "\"job_id\":\"%s\",\"description\":\"Image generation\","
                                        .formatted(ID)
                                + "\"created_at\":\"2026-11-21T08:00:00Z\",\"balance_after\":998}],"
                                + "\"next_cursor\":\"next\"}");
    }

    @Test
    void theLastPageHasNoCursorAndAGrantNoJob() throws JsonProcessingException {
        CreditHistoryPage.Entry grant =
                new CreditHistoryPage.Entry(
                        ID, 1_000, "subscription_grant", null, "", Instant.EPOCH, 1_000);
        assertThat(json(HistoryDocument.of(new CreditHistoryPage(List.of(grant), null))))
                .doesNotContain("next_cursor", "job_id");
    }

    @Test
    void aPlanTellsItsPriceAndItsLimits() throws JsonProcessingException {
        List<Offer> offers =
                List.of(
                        new Offer(Tier.PRO, BillingInterval.YEAR, 29_000),
                        new Offer(Tier.STUDIO, BillingInterval.YEAR, 79_000));
        Plan plan = new Plan(Tier.PRO, 29, 40_000, 5, Set.of("tiny", "flux"), 6, 7, 4, 3, 100, 50);
        assertThat(json(PlanDocument.of(plan, offers)))
                .isEqualTo(
                        "{\"tier\":\"pro\",\"usd_per_month\":29,\"credits_per_month\":40000,"
                                + "\"storage_bytes\":5,\"model_bases\":[\"flux\",\"tiny\"],"
                                + "\"max_pixels\":6,\"max_steps\":7,\"max_images\":4,"
                                + "\"max_running\":3,\"max_waiting\":100,\"max_batch\":50,"
                                + "\"offers\":[{\"interval\":\"year\",\"usd_cents\":29000}]}");
    }

    private static String json(Object document) throws JsonProcessingException {
        return Json.strictMapper().writeValueAsString(document);
    }
}
