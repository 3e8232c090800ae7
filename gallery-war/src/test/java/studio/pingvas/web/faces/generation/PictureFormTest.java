package studio.pingvas.web.faces.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.AnnouncedPicture;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.UploadedPictures;
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
        assertThat(((TextToImage) form.toRequest(form.words().get(0))).prompt()).isBlank();
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

        assertThat(form.toRequest(form.words().get(0)))
                .isEqualTo(
                        new TextToImage(
                                "a castle", "fog", "tiny", 256, 128, 20, 4.5, null, 7L, 2, null));
    }

    @Test
    void pictureToBeginWithIsPaintedOverOrEnlarged() {
        StartPicture start = form.getStart();
        ImageView image = anImage(64, 64);
        form.useDefaultsOf(tiny(), ONE_MEGAPIXEL);
        form.setPrompt("a castle");

        start.take(image);
        start.setStrength(0.3);
        assertThat(form.toRequest(form.words().get(0)))
                .isInstanceOfSatisfying(
                        ImageToImage.class,
                        request -> {
                            assertThat(request.imageId()).isEqualTo(image.id());
                            assertThat(request.strength()).isEqualTo(0.3);
                            assertThat(request.prompt()).isEqualTo("a castle");
                        });

        start.setUse(StartPicture.Use.ENLARGE_FOUR_TIMES);
        assertThat(form.toRequest(form.words().get(0))).isEqualTo(new Upscale(image.id(), 4, null));
        assertThat(start.isPainting()).isFalse();

        start.drop();
        assertThat(form.toRequest(form.words().get(0))).isInstanceOf(TextToImage.class);
    }

    @Test
    void fileToBeginWithIsAnnouncedAndHasNoId() {
        StartPicture start = form.getStart();
        form.useDefaultsOf(tiny(), ONE_MEGAPIXEL);

        start.take(anImage(64, 64));
        assertThat(start.announced()).isEqualTo(UploadedPictures.NONE);

        start.takeFile(640, 480);
        assertThat(((ImageToImage) form.toRequestForPrice()).imageId()).isNull();
        assertThat(start.announced().files())
                .containsOnly(entry("image", new AnnouncedPicture(640, 480)));

        start.takeFile(0, 480);
        assertThat(start.isPresent()).isFalse();
        assertThat(start.announced()).isEqualTo(UploadedPictures.NONE);
    }

    @Test
    void sizeFollowsTheFormOfThePicture() {
        List<ModelView.Size> sizes =
                List.of(
                        new ModelView.Size(512, 512, 1),
                        new ModelView.Size(384, 256, 1),
                        new ModelView.Size(768, 512, 1),
                        new ModelView.Size(512, 768, 1));

        form.getStart().takeFile(3000, 2100);
        form.useFormOf(form.getStart(), sizes);
        assertThat(form.getSize()).isEqualTo("768x512");

        form.getStart().takeFile(100, 190);
        form.useFormOf(form.getStart(), sizes);
        assertThat(form.getSize()).isEqualTo("512x768");
    }

    @Test
    void sizeThatNoModelMakesGivesWayToTheDefault() {
        form.useDefaultsOf(tiny(), ONE_MEGAPIXEL);
        form.setSize("2048x2048");

        form.useSizeOf(tiny());

        assertThat(form.getSize()).isEqualTo("128x128");
    }

    private static ImageView anImage(int width, int height) {
        return new ImageView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                width,
                height,
                "a lake",
                null,
                "tiny",
                7,
                16,
                3.0,
                "flow-match-euler",
                false,
                1000,
                Instant.EPOCH,
                "{}");
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
