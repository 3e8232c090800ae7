package studio.pingvas.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.Sentence;

class LanguagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_0-9]+)[,}]");

    private final Properties english = textsOf("messages");
    private final Properties korean = textsOf("messages_ko");

    @Test
    void koreanSaysEverythingThatEnglishSays() {
        assertThat(new TreeSet<>(korean.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    }

    @Test
    void koreanNamesTheSameValuesAsEnglish() {
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholdersOf(korean.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholdersOf(english.getProperty(key)));
        }
    }

    /** The later text would stand wherever the earlier one is meant. */
    @Test
    void noKeyStandsForTwoTexts() throws IOException {
        for (String file : List.of("messages", "messages_ko")) {
            assertThat(Files.readAllLines(pathOf(file)))
                    .filteredOn(line -> line.contains("="))
                    .extracting(line -> line.substring(0, line.indexOf('=')))
                    .doesNotHaveDuplicates();
        }
    }

    /** MessageFormat takes an apostrophe for a quote and swallows it. */
    @Test
    void noTextHasAnApostrophe() {
        assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(korean.values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void englishIsEnglishAlsoOnAKoreanServer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.KOREA);
            ResourceBundle.clearCache();
            ResourceBundle texts =
                    ResourceBundle.getBundle("studio.pingvas.web.faces.messages", Locale.ENGLISH);
            assertThat(texts.getString("login.title")).isEqualTo("Sign in");
            assertThat(Texts.said(Locale.ENGLISH, Sentence.of("Is missing.")))
                    .isEqualTo("Is missing.");
        } finally {
            Locale.setDefault(before);
            ResourceBundle.clearCache();
        }
    }

    @Test
    void whatFacadesSayInEnglishIsKoreanOnKoreanPages() {
        Sentence range = Sentence.of("From {0} to {1}.", 1, 50);
        assertThat(Texts.said(Locale.KOREAN, range)).isEqualTo("1에서 50까지입니다.");
        assertThat(Texts.said(Locale.ENGLISH, range)).isEqualTo("From 1 to 50.");
        Sentence unknown = Sentence.of("Not said by any facade.");
        assertThat(Texts.said(Locale.KOREAN, unknown)).isEqualTo(unknown.english());
    }

    private static Set<String> placeholdersOf(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file itself: a bundle would fill what is missing from the base. */
    private static Properties textsOf(String file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(pathOf(file))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Path pathOf(String file) {
        return Path.of("src/main/resources/studio/pingvas/web/faces", file + ".properties");
    }
}
