package studio.pingvas.user.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes mails from the bundles {@code mail_en.properties} and {@code mail_ko.properties}. The HTML
 * form has the same words as the plain one and nothing that would be fetched from anywhere.
 */
public final class MailTexts {
    public static final Set<String> LANGUAGES = Set.of("en", "ko");

    private static final Map<String, Properties> BUNDLES =
            LANGUAGES.stream()
                    .collect(Collectors.toUnmodifiableMap(language -> language, MailTexts::read));
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private MailTexts() {}

    /**
     * @param site public address of this installation
     */
    public static Letter write(
            UUID id,
            MailKind kind,
            String recipient,
            String language,
            Map<String, String> values,
            String site) {
        Properties bundle = BUNDLES.get(language);
        List<String> paragraphs =
                List.of(
                        bundle.getProperty("greeting"),
                        fill(bundle.getProperty(kind.key() + ".text"), values),
                        fill(bundle.getProperty("closing"), Map.of("site", site)));
        String subject = bundle.getProperty(kind.key() + ".subject");
        String text = String.join("\n\n", paragraphs);
        return new Letter(id, recipient, subject, text + "\n", html(language, subject, text));
    }

    static String nearestTo(String language) {
        return language != null && LANGUAGES.contains(language) ? language : "en";
    }

    static Set<String> keys(String language) {
        return BUNDLES.get(language).stringPropertyNames();
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(oneLine(values.get(place.group(1)))));
    }

    /** A value is a word or an address; it does not get to lay out the mail. */
    private static String oneLine(String value) {
        return value.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String html(String language, String subject, String text) {
        String body =
                Arrays.stream(text.split("\n\n"))
                        .map(MailTexts::escape)
                        .map(linked())
                        .map(paragraph -> "<p>" + paragraph.replace("\n", "<br>") + "</p>")
                        .collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\""
                + language
                + "\"><head><meta charset=\"utf-8\"><title>"
                + escape(subject)
                + "</title></head>\n<body style=\"font-family:sans-serif;max-width:36em\">\n"
                + body
                + "\n</body></html>\n";
    }

    private static UnaryOperator<String> linked() {
        return paragraph -> ADDRESS.matcher(paragraph).replaceAll("<a href=\"$0\">$0</a>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Properties read(String language) {
        try (InputStream stream =
                MailTexts.class.getResourceAsStream("mail_" + language + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
