package studio.pingvas.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.Sentence;
import studio.pingvas.system.architecture.SaidTexts.Said;

/** What people read on pages when something is wrong, they read in the language of the page. */
class SentencesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** What only programs are told. */
    private static final Pattern API =
            Pattern.compile("studio/pingvas/web/(rest/(?!JsonFault)|security/|push/).*");

    private static final Properties KOREAN = textsOf("sentences_ko");
    private static final Properties PAGES = textsOf("messages_ko");
    private static List<Said> said;

    @BeforeAll
    static void readTheProduct() {
        said =
                Modules.withSources().stream()
                        .filter(module -> module.matches("contracts|gallery-war|.*-ejb"))
                        .flatMap(module -> SaidTexts.in(Modules.compiled(module)).stream())
                        .filter(found -> !API.matcher(found.place()).matches())
                        .toList();
    }

    @Test
    void valuesStandApartFromTheirText() {
        assertThat(said)
                .filteredOn(found -> found.text() == null && !hasWordsOfPages(found))
                .isEmpty();
    }

    @Test
    void everythingIsSaidInKoreanToo() {
        assertThat(texts())
                .filteredOn(text -> !KOREAN.containsKey(Sentence.of(text).key()))
                .isEmpty();
    }

    @Test
    void nothingIsSaidInKoreanAlone() {
        Set<String> known =
                said.stream()
                        .filter(found -> found.text() != null)
                        .map(found -> keyOf(found.text()))
                        .collect(Collectors.toSet());
        assertThat(KOREAN.stringPropertyNames()).isSubsetOf(known);
    }

    @Test
    void koreanNamesTheSameValues() {
        assertThat(texts().filter(text -> KOREAN.containsKey(keyOf(text))))
                .allSatisfy(
                        text ->
                                assertThat(placesOf(KOREAN.getProperty(keyOf(text))))
                                        .as(text)
                                        .isEqualTo(placesOf(text)));
    }

    /** But for failures that the pages tell in words of their own. */
    private static Stream<String> texts() {
        return said.stream()
                .filter(found -> found.text() != null)
                .filter(found -> !hasWordsOfPages(found))
                .map(Said::text)
                .distinct();
    }

    private static boolean hasWordsOfPages(Said found) {
        return PAGES.containsKey("failure." + found.about())
                || found.place().endsWith("/PictureNotAcceptedException.<init>");
    }

    private static String keyOf(String text) {
        return Sentence.of(text).key();
    }

    private static Set<String> placesOf(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult found) -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties textsOf(String file) {
        Path path =
                Modules.CHECKOUT.resolve(
                        "gallery-war/src/main/resources/studio/pingvas/web/faces/"
                                + file
                                + ".properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
