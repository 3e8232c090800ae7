package studio.pingvas.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Times, sums and sizes as a page shows them, in its language. */
@Named
@ApplicationScoped
public class PageFormat {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long GIBIBYTE = 1024 * MEBIBYTE;

    /** An element whose text the browser turns into the time of its own zone. */
    public String moment(Instant moment) {
        return moment(Texts.locale(), moment);
    }

    static String moment(Locale locale, Instant moment) {
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return element("moment", moment, format.withLocale(locale)).replace("</", " UTC</");
    }

    /** As {@link #moment(Instant)}, without the time of day. */
    public String day(Instant moment) {
        return day(Texts.locale(), moment);
    }

    static String day(Locale locale, Instant moment) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        return element("day", moment, format.withLocale(locale));
    }

    private static String element(String kind, Instant moment, DateTimeFormatter format) {
        return "<time datetime=\"%s\" data-shown=\"%s\">%s</time>"
                .formatted(moment, kind, format.format(moment.atZone(ZoneOffset.UTC)));
    }

    /**
     * @param currency ISO 4217
     */
    public String money(long smallestUnits, String currency) {
        return money(Texts.locale(), smallestUnits, currency);
    }

    /** Whole sums stand without the smaller unit. */
    static String money(Locale locale, long smallestUnits, String code) {
        Currency currency = Currency.getInstance(code);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal sum = BigDecimal.valueOf(smallestUnits, digits);
        NumberFormat format = NumberFormat.getCurrencyInstance(withCountry(locale));
        format.setCurrency(currency);
        int shown = sum.stripTrailingZeros().scale() > 0 ? digits : 0;
        format.setMinimumFractionDigits(shown);
        format.setMaximumFractionDigits(shown);
        return format.format(sum);
    }

    /** Without a country Java knows no sign for a currency. */
    private static Locale withCountry(Locale locale) {
        return Locale.KOREAN.getLanguage().equals(locale.getLanguage()) ? Locale.KOREA : Locale.US;
    }

    public String bytes(long bytes) {
        return bytes(Texts.locale(), bytes);
    }

    static String bytes(Locale locale, long bytes) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return bytes < GIBIBYTE
                ? format.format((double) bytes / MEBIBYTE) + " MiB"
                : format.format((double) bytes / GIBIBYTE) + " GiB";
    }

    /** A number that comes or goes, with its sign. */
    public String change(long number) {
        return change(Texts.locale(), number);
    }

    static String change(Locale locale, long number) {
        String digits = NumberFormat.getIntegerInstance(locale).format(Math.abs(number));
        return number == 0 ? digits : (number > 0 ? "+" : "\u2212") + digits;
    }
}
