package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the shop sells: the prices in the application's own file of plans. */
final class Catalog {
    private static final String PLANS = "/lemon-squeezy/plans.json";
    private static final long PLAN_PRODUCT = 21;
    private static final long PACK_PRODUCT = 22;

    private final Map<Long, Variant> variants = new LinkedHashMap<>();

    static Catalog bundled() {
        try (InputStream json = Catalog.class.getResourceAsStream(PLANS)) {
            return new Catalog(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Catalog(JsonNode plans) {
        for (JsonNode plan : plans.path("plans")) {
            for (JsonNode offer : plan.path("offers")) {
                addOffer(plan.path("tier").asText(), offer);
            }
        }
        for (JsonNode pack : plans.path("credit_packs")) {
            addPack(pack);
        }
    }

    Optional<Variant> variant(long id) {
        return Optional.ofNullable(variants.get(id));
    }

    Collection<Variant> all() {
        return variants.values();
    }

    private void addOffer(String tier, JsonNode offer) {
        String interval = offer.path("interval").asText();
        String name = Character.toUpperCase(tier.charAt(0)) + tier.substring(1);
        add(
                new Variant(
                        offer.path("variant_id").asLong(),
                        PLAN_PRODUCT,
                        "Pingvas Studio",
                        name + (interval.equals("year") ? " yearly" : " monthly"),
                        offer.path("usd_cents").asLong(),
                        interval));
    }

    private void addPack(JsonNode pack) {
        add(
                new Variant(
                        pack.path("variant_id").asLong(),
                        PACK_PRODUCT,
                        "Pingvas credits",
                        String.format("%,d credits", pack.path("credits").asLong()),
                        pack.path("usd_cents").asLong(),
                        null));
    }

    private void add(Variant variant) {
        variants.put(variant.id(), variant);
    }
}
