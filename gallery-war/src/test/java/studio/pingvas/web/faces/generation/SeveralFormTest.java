package studio.pingvas.web.faces.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.BatchMatrix;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.TextToImage;

class SeveralFormTest {
    private final PictureForm form = new PictureForm();
    private final SeveralForm several = form.getSeveral();

    @BeforeEach
    void fill() {
        form.setPrompt("a fox");
        form.setModel("tiny");
        form.setSize("512x512");
        form.setSteps(8);
        form.setGuidance(3.0);
    }

    @Test
    void formAloneAsksForOneJob() {
        several.setPrompts(" \n ");
        several.setSeeds("");

        assertThat(form.asksForSeveral()).isFalse();
        assertThat(form.words()).hasSize(1);
    }

    @Test
    void linesAreAListOfPromptsAfterThatOfTheForm() {
        several.setPrompts("  an owl \n\n a {red} cat\r\n");

        BatchRequest batch = form.toBatch(form.words());

        assertThat(form.asksForSeveral()).isTrue();
        assertThat(batch.prompts()).containsExactly("a fox", "an owl", "a {red} cat");
        assertThat(batch.matrix()).isNull();
        assertThat(((TextToImage) batch.request()).prompt()).isEqualTo("a fox");
    }

    @Test
    void noMoreLinesAreReadThanItTakesToBeRefused() {
        several.setPrompts("x\n".repeat(40_000));

        assertThat(form.words()).hasSize(BatchRequest.MOST_JOBS + 1);
    }

    @Test
    void numbersAreAxesOfAMatrix() {
        several.setSeeds("1, 2;3");
        several.setGuidances("3 5.5");

        BatchRequest batch = form.toBatch(form.words());

        assertThat(batch.prompts()).isNull();
        assertThat(batch.matrix())
                .isEqualTo(
                        new BatchMatrix(
                                null,
                                null,
                                null,
                                null,
                                List.of(3.0, 5.5),
                                null,
                                List.of(1L, 2L, 3L)));
        assertThat(((TextToImage) batch.request()).prompt()).isEqualTo("a fox");
    }

    @Test
    void promptsAreCrossedWithNumbers() {
        several.setPrompts("an owl");
        several.setSteps("4 8");

        BatchRequest batch = form.toBatch(form.words());

        assertThat(((TextToImage) batch.request()).prompt()).isEqualTo("{wish}");
        assertThat(batch.matrix().prompt()).isEqualTo(Map.of("wish", List.of("a fox", "an owl")));
        assertThat(batch.matrix().steps()).containsExactly(4, 8);
    }

    @Test
    void priceDoesNotWaitForThePrompt() {
        form.setPrompt(null);
        several.setPrompts("an owl");

        assertThat(form.toBatchForPrice().prompts()).hasSize(2).doesNotContainNull();
    }

    @Test
    void enlargementIsOneJobWhateverStandsThere() {
        several.setSeeds("1 2");
        form.getStart().takeFile(64, 64);
        form.getStart().setUse(StartPicture.Use.ENLARGE_TWICE);

        assertThat(form.asksForSeveral()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1 a, /more_steps", "1.5, /more_steps", "99999999999, /more_steps"})
    void whatIsNoNumberIsSaidAtItsField(String steps, String pointer) {
        several.setSteps(steps);

        assertThatThrownBy(() -> form.toBatch(form.words()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal ->
                                assertThat(refusal.violations())
                                        .extracting(Violation::pointer)
                                        .containsExactly(pointer));
    }

    @Test
    void refusalOfABatchNamesFieldsOfThePageAndEachOnce() {
        InvalidRequestException refusal =
                new InvalidRequestException(
                        List.of(
                                new Violation("/matrix/steps/1", "1 to 200."),
                                new Violation("/matrix/steps/2", "1 to 200."),
                                new Violation("/prompts/0", "Empty."),
                                new Violation("/prompts/3", "Too long."),
                                new Violation("/matrix/prompt/wish/0", "Empty."),
                                new Violation("/matrix/seed", "1 to 1000 values."),
                                new Violation("/request/negative_prompt", "Too long."),
                                new Violation("/matrix", "At most 1000 jobs.")));

        assertThat(BatchRefusal.of(refusal).violations())
                .extracting(Violation::pointer, Violation::detail)
                .containsExactly(
                        tuple("/more_steps", "1 to 200."),
                        tuple("/prompt", "Empty."),
                        tuple("/more_prompts", "Too long."),
                        tuple("/more_seeds", "1 to 1000 values."),
                        tuple("/negative_prompt", "Too long."),
                        tuple("/matrix", "At most 1000 jobs."));
    }
}
