package studio.pingvas.generation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static studio.pingvas.generation.templates.TemplateSamples.aTemplate;
import static studio.pingvas.generation.templates.TemplateSamples.background;
import static studio.pingvas.generation.templates.TemplateSamples.product;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateField.Choice;

class TemplateRulesTest {
    @Test
    void templateInOrderIsAccepted() {
        assertThatCode(() -> TemplateRules.check(aTemplate("Photo"))).doesNotThrowAnyException();
        assertThatCode(() -> TemplateRules.check(aTemplate("Plain", "a cup")))
                .doesNotThrowAnyException();
    }

    @Test
    void emptyTemplateIsToldAllThatIsMissing() {
        assertThat(
                        pointers(
                                new TemplateContent(
                                        null, null, null, null, null, null, null, null, null, null,
                                        null, null)))
                .containsExactly("/name", "/category", "/prompt");
    }

    @Test
    void usedAndDeclaredFieldsAreTheSame() {
        assertThat(pointers(aTemplate("x", "a {product}"))).containsExactly("/prompt");
        assertThat(pointers(aTemplate("x", "a cup", product()))).containsExactly("/fields/0/name");
        assertThat(pointers(aTemplate("x", "a {product}", product(), product())))
                .containsExactly("/fields/1/name");
    }

    @Test
    void bracesStandAroundNamesAlone() {
        assertThat(pointers(aTemplate("x", "a { cup"))).containsExactly("/prompt");
        assertThat(pointers(aTemplate("x", "a {Cup}"))).containsExactly("/prompt");
        assertThat(pointers(aTemplate("x", "a {{product}}", product()))).containsExactly("/prompt");
    }

    @Test
    void fieldsHaveTheirLimits() {
        assertThat(
                        pointers(
                                field("Product!", "", "number", null, 501),
                                field("b", "B", "choice", null, null),
                                field("c", "C", "text", "x".repeat(4), 3)))
                .contains(
                        "/fields/0/name",
                        "/fields/0/label",
                        "/fields/0/max_length",
                        "/fields/0/kind",
                        "/fields/1/choices",
                        "/fields/2/default_value");
        assertThat(pointers(Collections.nCopies(13, product()).toArray(new TemplateField[0])))
                .contains("/fields");
        assertThat(pointers((TemplateField) null)).contains("/fields/0");
    }

    @Test
    void choicesDifferAndTheDefaultIsOneOfThem() {
        assertThat(
                        pointers(
                                choice("x", new Choice("a", null), new Choice("a", "A")),
                                choice(null, (Choice) null),
                                choice("b", new Choice("b", "B\n"))))
                .contains(
                        "/fields/0/choices/1/value",
                        "/fields/0/default_value",
                        "/fields/1/choices/0",
                        "/fields/2/choices/0/label");
    }

    @Test
    void wholeTemplateHasALimit() {
        Choice[] choices =
                IntStream.range(0, 30)
                        .mapToObj(number -> new Choice(number + "x".repeat(190), "y".repeat(100)))
                        .toArray(Choice[]::new);
        TemplateField large = choice(null, choices);
        assertThatCode(() -> TemplateRules.check(aTemplate("x", "{choice}", large)))
                .doesNotThrowAnyException();
        assertThat(
                        pointers(
                                aTemplate(
                                        "x",
                                        "{choice} {more} {most}",
                                        large,
                                        named("more", large),
                                        named("most", large))))
                .containsExactly("");
    }

    private static TemplateField named(String name, TemplateField like) {
        return new TemplateField(name, name, like.kind(), true, null, null, null, like.choices());
    }

    @Test
    void recommendationsArePossible() {
        assertThat(
                        pointers(
                                new TemplateContent(
                                        "x",
                                        null,
                                        "product",
                                        "a {background}",
                                        "no {background}",
                                        null,
                                        List.of(background()),
                                        "huge",
                                        0,
                                        31.0,
                                        "../x",
                                        Collections.singletonList(null))))
                .containsExactly("/size", "/steps", "/cfg_scale", "/model", "/suited_to/0");
    }

    private static TemplateField field(
            String name, String label, String kind, String value, Integer maxLength) {
        return new TemplateField(name, label, kind, true, value, null, maxLength, null);
    }

    private static TemplateField choice(String value, Choice... choices) {
        return new TemplateField(
                "choice", "Choice", "choice", true, value, null, null, Arrays.asList(choices));
    }

    private static List<String> pointers(TemplateField... fields) {
        return pointers(
                new TemplateContent(
                        "x",
                        null,
                        "product",
                        "a {choice}",
                        null,
                        null,
                        Arrays.asList(fields),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static List<String> pointers(TemplateContent content) {
        return catchThrowableOfType(
                        InvalidRequestException.class, () -> TemplateRules.check(content))
                .violations()
                .stream()
                .map(Violation::pointer)
                .toList();
    }
}
