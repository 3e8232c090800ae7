package studio.pingvas.generation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.generation.library.Shipped;

class ShippedTemplatesTest {
    static Stream<TemplateContent> contents() {
        return Stream.of("en", "ko").flatMap(language -> of(language).stream());
    }

    private static List<TemplateContent> of(String language) {
        return ShippedTemplate.ALL.in(language).stream()
                .map(Shipped::view)
                .map(TemplateView::content)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void tenAreShippedInEachLanguageUnderNamesOfTheirOwn(String language) {
        assertThat(of(language))
                .hasSize(10)
                .extracting(TemplateContent::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void eachIsInOrder(TemplateContent template) {
        assertThatCode(() -> TemplateRules.check(template)).doesNotThrowAnyException();
        assertThat(template.description()).isNotBlank();
        assertThat(template.size()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void eachFieldIsExplained(TemplateContent template) {
        assertThat(template.fields())
                .isNotEmpty()
                .allMatch(field -> field.defaultValue() != null || field.example() != null);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void eachBecomesAPromptWithItsExamples(TemplateContent template) {
        String prompt = new Filling(template, examplesOf(template)).words().prompt();
        assertThat(prompt).doesNotContain("{", "}", ", ,", ",,", "  ").doesNotEndWith(",");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void eachBecomesAPromptWhereWhatIsNotRequiredIsEmpty(TemplateContent template) {
        Map<String, String> values = new HashMap<>(examplesOf(template));
        template.fields().stream()
                .filter(field -> !field.required())
                .forEach(field -> values.put(field.name(), ""));
        String prompt = new Filling(template, values).words().prompt();
        assertThat(prompt)
                .doesNotContain("{", "}", ", ,", ",,", "  ", " , ")
                .doesNotContainPattern("(with|for|wearing|of|decorated with)( ,|,|$)");
    }

    @Test
    void koreanIsKorean() {
        for (TemplateContent template : of("ko")) {
            assertThat(texts(template)).allMatch(text -> text.matches("(?s).*[가-힣].*"));
        }
    }

    @Test
    void englishIsPlain() {
        for (TemplateContent template : of("en")) {
            assertThat(texts(template)).allMatch(text -> text.matches("\\p{ASCII}+"));
            assertThat(template.prompt()).matches("\\p{ASCII}+");
        }
    }

    @Test
    void idsStayTheSameAndAnyOtherLanguageIsEnglish() {
        UUID first = UUID.fromString("00000000-0000-0000-0000-000000000000");
        assertThat(ShippedTemplate.ALL.find(first, "en")).isEmpty();
        TemplateView shot = ShippedTemplate.ALL.in(null).get(0).view();
        assertThat(shot.content().name()).isEqualTo("Product shot");
        assertThat(shot.listing().id())
                .isEqualTo(
                        UUID.nameUUIDFromBytes(
                                "template product-shot".getBytes(StandardCharsets.UTF_8)));
        assertThat(ShippedTemplate.ALL.find(shot.listing().id(), "fr")).contains(shot);
        assertThat(ShippedTemplate.ALL.find(shot.listing().id(), "ko-KR").orElseThrow())
                .isNotEqualTo(shot);
    }

    private static Map<String, String> examplesOf(TemplateContent template) {
        Map<String, String> examples = new HashMap<>();
        template.fields().stream()
                .filter(field -> field.example() != null)
                .forEach(field -> examples.put(field.name(), field.example()));
        return examples;
    }

    private static Stream<String> texts(TemplateContent template) {
        Stream<String> fields =
                template.fields().stream()
                        .flatMap(
                                field ->
                                        Stream.concat(
                                                Stream.of(field.label()),
                                                field.choices().stream()
                                                        .map(TemplateField.Choice::label)));
        return Stream.concat(Stream.of(template.name(), template.description()), fields);
    }
}
