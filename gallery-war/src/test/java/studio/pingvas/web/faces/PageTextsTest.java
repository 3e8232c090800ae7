package studio.pingvas.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.problem.ProblemCode;

class PageTextsTest {
    private static final Pattern IN_PAGES = Pattern.compile("text\\['([^']+)'\\]");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9-]+)*\\.?)\"");
    private static final String FAILURE = "failure.";

    private final Set<String> keys =
            ResourceBundle.getBundle("studio.pingvas.web.faces.messages", Locale.ROOT).keySet();

    @Test
    void everyTextThatAPageNamesIsInTheBundle() {
        assertThat(keys).containsAll(keysNamedByPages());
    }

    /** A name that code ends with a dot stands for all texts below it. */
    @Test
    void noTextOfThePagesIsLeftOver() {
        Set<String> named = keysNamedByPages();
        named.addAll(keysNamedByCode());
        assertThat(keys)
                .filteredOn(key -> !key.startsWith("jakarta.faces."))
                .allMatch(key -> named.stream().anyMatch(name -> covers(name, key)));
    }

    @Test
    void failureTextsBelongToCodesOfTheApi() {
        assertThat(keys)
                .filteredOn(key -> key.startsWith(FAILURE))
                .isNotEmpty()
                .allMatch(key -> ProblemCode.of(key.substring(FAILURE.length())).isPresent());
    }

    private static boolean covers(String name, String key) {
        return name.equals(key) || (name.endsWith(".") && key.startsWith(name));
    }

    private static Set<String> keysNamedByPages() {
        Set<String> named = namedIn("src/main/webapp", ".xhtml", IN_PAGES);
        assertThat(named).contains("product.name", "generate.submit");
        return named;
    }

    private static Set<String> keysNamedByCode() {
        return namedIn("src/main/java/studio/pingvas/web/faces", ".java", IN_CODE);
    }

    private static Set<String> namedIn(String folder, String ending, Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> found(pattern, textOf(file)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }
}
