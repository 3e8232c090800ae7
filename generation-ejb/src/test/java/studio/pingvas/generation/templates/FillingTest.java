package studio.pingvas.generation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static studio.pingvas.generation.templates.TemplateSamples.aTemplate;
import static studio.pingvas.generation.templates.TemplateSamples.background;
import static studio.pingvas.generation.templates.TemplateSamples.product;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;

class FillingTest {
    private static final TemplateContent PHOTO = aTemplate("Photo");

    @Test
    void valuesTakeThePlacesOfTheirFields() {
        assertThat(prompt(PHOTO, Map.of("product", " a red cup ", "background", "on wood")))
                .isEqualTo("a photo of a red cup, on wood");
    }

    @Test
    void fieldThatIsNotMentionedGetsItsDefault() {
        assertThat(prompt(PHOTO, Map.of("product", "a cup")))
                .isEqualTo("a photo of a cup, on white");
    }

    @Test
    void fieldThatIsLeftEmptyGoesWithItsComma() {
        assertThat(prompt(PHOTO, Map.of("product", "a cup", "background", "")))
                .isEqualTo("a photo of a cup");
        TemplateContent inTheMiddle = aTemplate("x", "{background}, {product}, sharp", fields());
        assertThat(prompt(inTheMiddle, Map.of("product", "cup", "background", " ")))
                .isEqualTo("cup, sharp");
    }

    @Test
    void valueIsNeverLookedAtAgain() {
        assertThat(prompt(PHOTO, Map.of("product", "{background} $1 \\x")))
                .isEqualTo("a photo of {background} $1 \\x, on white");
    }

    @Test
    void styleFollowsAndTheNegativePromptIsFilledToo() {
        TemplateContent styled =
                new TemplateContent(
                        "x",
                        null,
                        "product",
                        "{product}",
                        "no {product}",
                        "sharp focus",
                        List.of(product()),
                        null,
                        null,
                        null,
                        null,
                        null);
        Filling filling = new Filling(styled, Map.of("product", "cup"));
        assertThat(filling.words().prompt()).isEqualTo("cup, sharp focus");
        assertThat(filling.words().negativePrompt()).isEqualTo("no cup");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(refusals(PHOTO, Map.of("background", "on fire", "colour", "red", "a/b~", "x")))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/fields/product",
                        "/fields/background",
                        "/fields/a~1b~0",
                        "/fields/colour");
    }

    @Test
    void textsHaveTheirLimits() {
        assertThat(refusals(PHOTO, Map.of("product", "x".repeat(21)))).hasSize(1);
        assertThat(refusals(PHOTO, Map.of("product", "a\ncup"))).hasSize(1);
        assertThat(refusals(PHOTO, Map.of("product", "\0"))).isNotEmpty();
        assertThat(refusals(PHOTO, Map.of("product", " "))).hasSize(1);
        assertThat(prompt(PHOTO, Map.of("product", "\uD83D\uDC27".repeat(20)))).contains("\uD83D");
    }

    @Test
    void filledPromptHasTheLimitOfAnyPrompt() {
        String most = "x".repeat(1_990) + "{product}";
        TemplateContent tight = aTemplate("x", most, product());
        assertThat(prompt(tight, Map.of("product", "x".repeat(10)))).hasSize(2_000);
        assertThat(refusals(tight, Map.of("product", "x".repeat(11))))
                .extracting(Violation::pointer)
                .containsExactly("/prompt");
    }

    @Test
    void templateThatIsLeftEmptyAsksForNothing() {
        TemplateContent optional = aTemplate("x", "{background}", background());
        assertThat(refusals(optional, Map.of("background", "")))
                .extracting(Violation::pointer)
                .containsExactly("/fields");
    }

    private static TemplateField[] fields() {
        return new TemplateField[] {product(), background()};
    }

    private static String prompt(TemplateContent template, Map<String, String> values) {
        return new Filling(template, values).words().prompt();
    }

    private static List<Violation> refusals(TemplateContent template, Map<String, String> values) {
        return catchThrowableOfType(
                        InvalidRequestException.class, () -> new Filling(template, values).words())
                .violations();
    }
}
