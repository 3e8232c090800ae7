package studio.pingvas.payment.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.CreditPack;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;

class PlanCatalogTest {
    private static final long GIBIBYTE = 1L << 30;
    private static final long MEGAPIXEL = 1 << 20;

    @TempDir Path folder;

    @Test
    void theBundledPlansAreThoseOfTheDocuments() {
        PlanCatalog catalog = PlanCatalog.bundled();
        Set<String> small = Set.of("tiny", "sd15");
        Set<String> large = Set.of("tiny", "sd15", "sdxl", "flux");
        Set<String> all = Set.of(Plan.ALL_MODELS);
        assertThat(catalog.plans())
                .containsExactly(
                        new Plan(Tier.FREE, 0, 1_000, GIBIBYTE, small, MEGAPIXEL, 30, 1, 1, 5, 4),
                        new Plan(
                                Tier.STARTER,
                                9,
                                10_000,
                                10 * GIBIBYTE,
                                small,
                                MEGAPIXEL,
                                50,
                                2,
                                2,
                                20,
                                20),
                        new Plan(
                                Tier.PRO,
                                29,
                                40_000,
                                50 * GIBIBYTE,
                                large,
                                2 * MEGAPIXEL,
                                100,
                                4,
                                3,
                                100,
                                100),
                        new Plan(
                                Tier.STUDIO,
                                79,
                                120_000,
                                200 * GIBIBYTE,
                                all,
                                4 * MEGAPIXEL,
                                150,
                                4,
                                5,
                                500,
                                500),
                        new Plan(
                                Tier.ENTERPRISE,
                                0,
                                600_000,
                                1024 * GIBIBYTE,
                                all,
                                8 * MEGAPIXEL,
                                200,
                                8,
                                20,
                                5_000,
                                1_000));
        assertThat(catalog.of(Tier.PRO).tier()).isEqualTo(Tier.PRO);
        assertThat(catalog.signupCredits()).isEqualTo(1_000);
    }

    @Test
    void aFileOfTheOperatorReplacesThem() throws IOException {
        PlanCatalog catalog =
                reading(
                        bundled()
                                .replace(
                                        "\"credits_per_month\": 1000,",
                                        "\"credits_per_month\": 7,"));
        assertThat(catalog.signupCredits()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"max_steps\": 30, | '' | max_steps",
                "\"max_steps\": 30 | \"max_steps\": 30, \"colour\": 1 | colour",
                "\"max_steps\": 30 | \"max_steps\": 30, \"max_steps\": 40 | Duplicate field",
                "\"max_steps\": 30 | \"max_steps\": \"30\" | Cannot coerce",
                "\"max_steps\": 30 | \"max_steps\": 30.5 | 30.5",
                "\"max_steps\": 30 | \"max_steps\": 0 | Plan free: max_steps must be positive",
                "\"max_running\": 20 | \"max_running\": -1 | Plan enterprise: max_running",
                "\"max_batch\": 4 | \"max_batch\": 0 | Plan free: max_batch must be from 1 to 1000",
                "\"max_batch\": 1000 | \"max_batch\": 1001 | Plan enterprise: max_batch",
                "\"model_bases\": [\"tiny\", \"sd15\"] | \"model_bases\": [] | model_bases",
                "\"tier\": \"pro\" | \"tier\": \"gold\" | Plan gold: expects the tier pro",
                "{\"plans\" | {\"plan\" | plan",
                "\"plans\": [ | \"plans\": [], \"more\": [ | more",
                "\"offers\": [] | \"offers\": null | Plan free: offers",
                "\"interval\": \"year\" | \"interval\": \"week\" | month or year",
                "\"interval\": \"year\" | \"interval\": \"month\" | agree with usd_per_month",
                "\"interval\": \"month\" | \"interval\": \"year\" | by year: is there twice",
                "\"usd_cents\": 9000 | \"usd_cents\": 0 | by year: usd_cents must be positive",
                "\"usd_cents\": 900, | \"usd_cents\": 901, | agree with usd_per_month",
                "\"variant_id\": 102 | \"variant_id\": 101 | variant_id 101 is used twice",
                "\"variant_id\": 202 | \"variant_id\": 101 | variant_id 101 is used twice",
                "\"variant_id\": 102 | \"variant_id\": 0 | variant_id must be positive",
                "\"credit_packs\" | \"packs\" | packs",
                "\"id\": \"credits-5k\" | \"id\": \"Credits 5k\" | kebab-case",
                "\"id\": \"credits-5k\" | \"id\": \"credits-25k\" | is there twice",
                "\"credits\": 5000 | \"credits\": 0 | credits must be positive",
                "\"usd_cents\": 600 | \"usd_cents\": -1 | usd_cents must be positive"
            })
    void aBadFileStopsTheStart(String text, String replacement, String complaint)
            throws IOException {
        String bad =
                bundled().replaceFirst("\\{\\s+\"plans\"", "{\"plans\"").replace(text, replacement);
        assertThatThrownBy(() -> reading(bad))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("plans.json")
                .hasMessageContaining(complaint);
    }

    @Test
    void whatThePaymentGatewaySellsIsKnownByItsNumber() {
        PlanCatalog catalog = PlanCatalog.bundled();
        Offer pro = new Offer(Tier.PRO, BillingInterval.YEAR, 29_000);
        CreditPack pack = new CreditPack("credits-25k", 25_000, 2_500);
        assertThat(catalog.offerOfVariant(104)).contains(pro);
        assertThat(catalog.offerOf(Tier.PRO, BillingInterval.YEAR)).contains(pro);
        assertThat(catalog.variantOf(pro)).hasValue(104);
        assertThat(catalog.packOfVariant(202)).contains(pack);
        assertThat(catalog.variantOf(pack)).hasValue(202);
        assertThat(catalog.offerOfVariant(202)).isEmpty();
        assertThat(catalog.packOfVariant(104)).isEmpty();
        assertThat(catalog.offerOf(Tier.FREE, BillingInterval.MONTH)).isEmpty();
    }

    @Test
    void offersAndPacksAreListedFromTheLeastToTheMost() {
        PlanCatalog catalog = PlanCatalog.bundled();
        assertThat(catalog.offers())
                .extracting(Offer::usdCents)
                .containsExactly(900, 9_000, 2_900, 29_000, 7_900, 79_000);
        assertThat(catalog.creditPacks())
                .extracting(CreditPack::credits)
                .containsExactly(5_000L, 25_000L, 100_000L);
    }

    @Test
    void aMissingPlanStopsTheStart() {
        assertThatThrownBy(() -> reading("{\"plans\": []}"))
                .hasMessageContaining("one plan for each of [FREE");
    }

    @Test
    void aMissingFileStopsTheStart() {
        PlanCatalog catalog = new PlanCatalog();
        catalog.file = Optional.of(folder.resolve("nowhere.json").toString());
        assertThatThrownBy(catalog::read).hasMessageContaining("nowhere.json");
    }

    private PlanCatalog reading(String json) throws IOException {
        Path file = folder.resolve("plans.json");
        Files.writeString(file, json);
        PlanCatalog catalog = new PlanCatalog();
        catalog.file = Optional.of(file.toString());
        catalog.read();
        return catalog;
    }

    private static String bundled() throws IOException {
        try (InputStream json = PlanCatalogTest.class.getResourceAsStream("/plans.json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
