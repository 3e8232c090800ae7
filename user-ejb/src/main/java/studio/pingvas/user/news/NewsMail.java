package studio.pingvas.user.news;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.contracts.gallery.message.StorageOverQuota;
import studio.pingvas.contracts.payment.SubscriptionView.Status;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.payment.message.PaymentFailed;
import studio.pingvas.contracts.payment.message.SubscriptionChanged;
import studio.pingvas.user.mail.MailKind;

/** The mail that an event is worth, with its values in the language of the reader. */
record NewsMail(MailKind kind, Map<String, String> values) {
    private static final double GIB = 1024.0 * 1024 * 1024;

    /** Nothing where only a detail changed, for example where a cancellation was taken back. */
    static Optional<NewsMail> about(SubscriptionChanged change, String language) {
        Locale locale = Locale.forLanguageTag(language);
        if (change.tier() == Tier.FREE) {
            return change.previousTier() == Tier.FREE
                    ? Optional.empty()
                    : Optional.of(ended(change));
        }
        if (change.status() == Status.CANCELLING && change.endsAt() != null) {
            return Optional.of(ending(change, locale));
        }
        boolean begins = change.status() == Status.ACTIVE || change.status() == Status.TRIAL;
        return begins && change.tier() != change.previousTier()
                ? Optional.of(welcome(change, locale))
                : Optional.empty();
    }

    static NewsMail about(PaymentFailed failure, String language) {
        return new NewsMail(
                MailKind.PAYMENT_FAILED,
                Map.of("grace_end", day(failure.graceEndsAt(), Locale.forLanguageTag(language))));
    }

    static NewsMail about(StorageOverQuota storage, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new NewsMail(
                MailKind.STORAGE_OVER_QUOTA,
                Map.of(
                        "used", size(storage.usedBytes(), locale),
                        "quota", size(storage.quotaBytes(), locale)));
    }

    private static NewsMail welcome(SubscriptionChanged change, Locale locale) {
        return new NewsMail(
                MailKind.WELCOME_TO_PLAN,
                Map.of(
                        "plan", name(change.tier()),
                        "credits",
                                NumberFormat.getIntegerInstance(locale)
                                        .format(change.creditsPerMonth())));
    }

    private static NewsMail ending(SubscriptionChanged change, Locale locale) {
        return new NewsMail(
                MailKind.SUBSCRIPTION_ENDING,
                Map.of("plan", name(change.tier()), "end", day(change.endsAt(), locale)));
    }

    private static NewsMail ended(SubscriptionChanged change) {
        return new NewsMail(
                MailKind.SUBSCRIPTION_ENDED, Map.of("plan", name(change.previousTier())));
    }

    private static String name(Tier tier) {
        String key = tier.key();
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    private static String day(Instant time, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(time.atOffset(ZoneOffset.UTC));
    }

    private static String size(long bytes, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(bytes / GIB) + " GiB";
    }
}
