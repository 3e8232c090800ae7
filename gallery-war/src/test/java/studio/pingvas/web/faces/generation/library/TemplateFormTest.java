package studio.pingvas.web.faces.generation.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateField.Choice;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Visibility;

class TemplateFormTest {
    private static final TemplateContent HOUSE =
            new TemplateContent(
                    "House",
                    "A house",
                    "other",
                    "a {color} house in {place}",
                    "no {place}",
                    "sharp",
                    List.of(
                            new TemplateField(
                                    "color",
                                    "Colour",
                                    "choice",
                                    false,
                                    "red",
                                    null,
                                    null,
                                    List.of(new Choice("red", "Red"), new Choice("blue", null))),
                            new TemplateField(
                                    "place", "Place", "text", true, null, "Seoul", 40, null)),
                    "wide",
                    20,
                    4.5,
                    "tiny",
                    List.of("tiny"));

    @Test
    void whatIsShownIsSavedAsItWas() {
        TemplateForm form = showing(HOUSE);
        form.followThePrompts();
        assertThat(form.content()).isEqualTo(HOUSE);
        assertThat(form.isPublished()).isTrue();
        form.keepPrivate();
        assertThat(form.isPublished()).isFalse();
    }

    @Test
    void fieldsFollowThePrompts() {
        TemplateForm form = showing(HOUSE);
        form.setPrompt("{size_of_it} {color} house");
        form.setNegativePrompt(null);
        form.followThePrompts();
        assertThat(form.getFields())
                .extracting(FieldForm::getName, FieldForm::getLabel)
                .containsExactly(tuple("size_of_it", "Size of it"), tuple("color", "Colour"));
    }

    @Test
    void linesOfChoicesMakeAChoice() {
        FieldForm field = new FieldForm("color");
        assertThat(field.toField().kind()).isEqualTo("text");
        field.setChoices("red | Red like | fire\n\n  blue  \n");
        assertThat(field.toField().kind()).isEqualTo("choice");
        assertThat(field.toField().choices())
                .containsExactly(new Choice("red", "Red like | fire"), new Choice("blue", null));
    }

    @Test
    void promptIsCutAtItsFields() {
        assertThat(PromptPart.of(HOUSE))
                .containsExactly(
                        new PromptPart("a ", false),
                        new PromptPart("Colour", true),
                        new PromptPart(" house in ", false),
                        new PromptPart("Place", true));
    }

    private static TemplateForm showing(TemplateContent content) {
        TemplateForm form = new TemplateForm();
        Instant now = Instant.EPOCH;
        form.show(
                new TemplateView(
                        new Listing(UUID.randomUUID(), Origin.OWN, Visibility.PUBLIC, 1, now, now),
                        content));
        return form;
    }
}
