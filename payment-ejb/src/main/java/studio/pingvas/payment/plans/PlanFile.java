package studio.pingvas.payment.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.platform.json.Json;

/**
 * The configuration file of all plans. Whoever changes it makes promises to people who pay, so it
 * is read strictly: what is missing, unknown or senseless stops the start.
 */
final class PlanFile {
    private static final String BUNDLED = "/plans.json";

    private record Document(List<Entry> plans, List<PriceList.PackEntry> creditPacks) {}

    private record Entry(
            String tier,
            int usdPerMonth,
            long creditsPerMonth,
            long storageBytes,
            Set<String> modelBases,
            long maxPixels,
            int maxSteps,
            int maxImages,
            int maxRunning,
            int maxWaiting,
            int maxBatch,
            List<PriceList.OfferEntry> offers) {
        Plan plan(Tier expected) {
            require(expected.key().equals(tier), "expects the tier " + expected.key());
            require(usdPerMonth >= 0, "usd_per_month must not be negative");
            require(creditsPerMonth >= 0, "credits_per_month must not be negative");
            require(storageBytes >= 0, "storage_bytes must not be negative");
            require(modelBases != null && !modelBases.isEmpty(), "model_bases must name models");
            require(maxPixels > 0, "max_pixels must be positive");
            require(maxSteps > 0, "max_steps must be positive");
            require(maxImages > 0, "max_images must be positive");
            require(maxRunning > 0, "max_running must be positive");
            require(maxWaiting > 0, "max_waiting must be positive");
            require(
                    maxBatch > 0 && maxBatch <= CreditLedger.MOST_HOLDS,
                    "max_batch must be from 1 to " + CreditLedger.MOST_HOLDS);
            require(offers != null, "offers must be a list; an empty one if it cannot be bought");
            return new Plan(
                    expected,
                    usdPerMonth,
                    creditsPerMonth,
                    storageBytes,
                    modelBases,
                    maxPixels,
                    maxSteps,
                    maxImages,
                    maxRunning,
                    maxWaiting,
                    maxBatch);
        }

        private void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException("Plan " + tier + ": " + rule);
            }
        }
    }

    private final List<Plan> plans;
    private final PriceList prices = new PriceList();

    private PlanFile(Document document) {
        List<Entry> entries = document.plans() == null ? List.of() : document.plans();
        if (entries.size() != Tier.values().length) {
            throw new IllegalArgumentException(
                    "There must be one plan for each of " + Arrays.toString(Tier.values()));
        }
        this.plans =
                Arrays.stream(Tier.values())
                        .map(tier -> entries.get(tier.ordinal()).plan(tier))
                        .toList();
        plans.forEach(plan -> prices.add(plan, entries.get(plan.tier().ordinal()).offers()));
        prices.add(document.creditPacks());
    }

    static PlanFile bundled() {
        try (InputStream json = PlanFile.class.getResourceAsStream(BUNDLED)) {
            return parse(json.readAllBytes(), BUNDLED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlanFile read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("studio.plans.file cannot be read: " + file, e);
        }
    }

    /** From free to enterprise. */
    List<Plan> plans() {
        return plans;
    }

    PriceList prices() {
        return prices;
    }

    private static PlanFile parse(byte[] json, String name) throws IOException {
        try {
            return new PlanFile(Json.strictMapper().readValue(json, Document.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("Bad plans in " + name + ": " + e.getMessage(), e);
        }
    }
}
