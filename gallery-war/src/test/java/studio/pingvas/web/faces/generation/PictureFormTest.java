package studio.pingvas.web.faces.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.model.ModelView;

class PictureFormTest {
    private static final long ONE_MEGAPIXEL = 1_048_576;

    private final PictureForm form = new PictureForm();

    @Test
    void largestSizeOfTheModelIsOfferedFirst() {
        form.useDefaultsOf(tiny(), ONE_MEGAPIXEL);

        assertThat(form.getSize()).isEqualTo("512x512");
        assertThat(form.getSteps()).isEqualTo(16);
        assertThat(form.getGuidance()).isEqualTo(3.0);
    }

    @Test
    void sizeThatTheTierForbidsIsNotOffered() {
        form.useDefaultsOf(tiny(), 256 * 256);

        assertThat(form.getSize()).isEqualTo("256x256");
    }

    @Test
    void formWithoutPromptHasAPriceButIsNoRequest() {
        form.useDefaultsOf(tiny(), ONE_MEGAPIXEL);
        form.setPrompt("  ");

        assertThat(((TextToImage) form.toRequestForPrice()).prompt()).isNotBlank();
        assertThat(((TextToImage) form.toRequest(form.words())).prompt()).isBlank();
    }

    @Test
    void recipeOfAJobComesBackAsTheSameRequest() {
        JobStage stage =
                new JobStage(
                        "text-to-image",
                        "tiny",
                        "a castle",
                        "fog",
                        256,
                        128,
                        20,
                        4.5,
                        "flow-match-euler",
                        null,
                        null,
                        null,
                        null,
                        null);

        form.useRecipeOf(aJob(stage, JobStage.upscale(null, 512, 256, 2)));

        assertThat(form.toRequest(form.words()))
                .isEqualTo(
                        new TextToImage(
                                "a castle", "fog", "tiny", 256, 128, 20, 4.5, null, 7L, 2, null));
    }

    @Test
    void pictureToBeginWithIsPaintedOverOrEnlarged() {
        UUID image = UUID.randomUUID();
        form.useDefaultsOf(tiny(), ONE_MEGAPIXEL);
        form.setPrompt("a castle");

        form.beginWith(image);
        form.setStrength(0.3);
        assertThat(form.toRequest(form.words()))
                .isInstanceOfSatisfying(
                        ImageToImage.class,
                        request -> {
                            assertThat(request.imageId()).isEqualTo(image);
                            assertThat(request.strength()).isEqualTo(0.3);
                            assertThat(request.prompt()).isEqualTo("a castle");
                        });

        form.setUse(PictureForm.Use.ENLARGE_FOUR_TIMES);
        assertThat(form.toRequest(form.words())).isEqualTo(new Upscale(image, 4, null));
        assertThat(form.isPainting()).isFalse();

        form.beginWith(null);
        assertThat(form.toRequest(form.words())).isInstanceOf(TextToImage.class);
    }

    @Test
    void sizeThatNoModelMakesGivesWayToTheDefault() {
        form.useDefaultsOf(tiny(), ONE_MEGAPIXEL);
        form.setSize("2048x2048");

        form.useSizeOf(tiny());

        assertThat(form.getSize()).isEqualTo("128x128");
    }

    private static JobView aJob(JobStage... stages) {
        return new JobView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "workflow",
                JobView.Status.QUEUED,
                1,
                0,
                1.0,
                2.0,
                List.of(stages),
                "tiny",
                7,
                2,
                42,
                0,
                2,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static ModelView tiny() {
        return new ModelView(
                "tiny",
                "Tiny",
                "Draws landscapes.",
                "tiny",
                "checkpoint",
                "Apache-2.0",
                "00",
                List.of(
                        new ModelView.Size(128, 128, 1),
                        new ModelView.Size(512, 512, 4),
                        new ModelView.Size(256, 256, 2)),
                new ModelView.Size(128, 128, 1),
                List.of("flow-match-euler"),
                "flow-match-euler",
                16,
                3.0,
                true,
                true,
                new ModelView.Cost(0.05, 0.2));
    }
}
