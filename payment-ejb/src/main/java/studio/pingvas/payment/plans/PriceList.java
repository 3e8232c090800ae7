package studio.pingvas.payment.plans;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.CreditPack;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Plan;

/**
 * What can be bought, by the number that the payment gateway gives it. Names at the gateway are
 * labels that a seller may edit; the variant's number is what stays.
 */
final class PriceList {
    private static final Pattern PACK_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,5}");
    private static final int LONGEST_PACK_ID = 40;

    record OfferEntry(String interval, int usdCents, long variantId) {}

    record PackEntry(String id, long credits, int usdCents, long variantId) {}

    private final Map<Long, Offer> offers = new LinkedHashMap<>();
    private final Map<Long, CreditPack> packs = new LinkedHashMap<>();

    void add(Plan plan, List<OfferEntry> entries) {
        entries.forEach(entry -> add(plan, entry));
    }

    void add(List<PackEntry> entries) {
        require(entries != null, "credit_packs must be a list");
        entries.forEach(this::add);
    }

    List<Offer> offers() {
        return List.copyOf(offers.values());
    }

    List<CreditPack> packs() {
        return List.copyOf(packs.values());
    }

    Optional<Offer> offerOfVariant(long variantId) {
        return Optional.ofNullable(offers.get(variantId));
    }

    Optional<CreditPack> packOfVariant(long variantId) {
        return Optional.ofNullable(packs.get(variantId));
    }

    OptionalLong variantOf(Offer offer) {
        return variantOf(offers, offer);
    }

    OptionalLong variantOf(CreditPack pack) {
        return variantOf(packs, pack);
    }

    private void add(Plan plan, OfferEntry entry) {
        BillingInterval interval = intervalOf(entry.interval());
        Offer offer = new Offer(plan.tier(), interval, entry.usdCents());
        String name = "Offer " + plan.tier().key() + " by " + interval.key() + ": ";
        require(entry.usdCents() > 0, name + "usd_cents must be positive");
        require(
                interval != BillingInterval.MONTH || entry.usdCents() == 100 * plan.usdPerMonth(),
                name + "usd_cents must agree with usd_per_month");
        require(
                offers.values().stream()
                        .noneMatch(o -> o.tier() == offer.tier() && o.interval() == interval),
                name + "is there twice");
        requireNewVariant(entry.variantId(), name);
        offers.put(entry.variantId(), offer);
    }

    private void add(PackEntry entry) {
        String name = "Credit pack " + entry.id() + ": ";
        require(
                entry.id() != null
                        && entry.id().length() <= LONGEST_PACK_ID
                        && PACK_ID.matcher(entry.id()).matches(),
                name + "id must be a short kebab-case name");
        require(entry.credits() > 0, name + "credits must be positive");
        require(entry.usdCents() > 0, name + "usd_cents must be positive");
        require(
                packs.values().stream().noneMatch(pack -> pack.id().equals(entry.id())),
                name + "is there twice");
        requireNewVariant(entry.variantId(), name);
        packs.put(entry.variantId(), new CreditPack(entry.id(), entry.credits(), entry.usdCents()));
    }

    private void requireNewVariant(long variantId, String name) {
        require(variantId > 0, name + "variant_id must be positive");
        require(
                !offers.containsKey(variantId) && !packs.containsKey(variantId),
                name + "variant_id " + variantId + " is used twice");
    }

    private static BillingInterval intervalOf(String key) {
        return Arrays.stream(BillingInterval.values())
                .filter(interval -> interval.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("interval must be month or year"));
    }

    private static <T> OptionalLong variantOf(Map<Long, T> variants, T wanted) {
        return variants.entrySet().stream()
                .filter(entry -> entry.getValue().equals(wanted))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
