package studio.pingvas.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.platform.json.Json;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.PictureReader;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.store.PictureStore;

class NullEngineTest {
    @TempDir Path folder;

    private final List<StepReport> reports = new ArrayList<>();

    @Test
    void everyStepIsReportedAndEveryPictureStored() throws Exception {
        GenerateImage job =
                Jobs.aJob().byModel("unheard-of").sized(256).inSteps(20).ofPictures(2).build();

        List<GeneratedImage> images = run(job).images();

        assertThat(reports).extracting(StepReport::step).hasSize(40).endsWith(39, 40);
        assertThat(images).extracting(GeneratedImage::imageId).isEqualTo(job.imageIds());
        Bitmap picture = PictureReader.read(stored(images.get(1).originalKey()));
        assertThat(List.of(picture.width(), picture.height())).containsExactly(256, 256);
        assertThat(stored(images.get(1).thumbnailKey())).isNotEmpty();
    }

    @Test
    void recipeDoesNotPretendThatAModelWasThere() throws Exception {
        GeneratedImage image = run(Jobs.aJob().seeded(9).build()).images().get(0);

        Recipe recipe = Json.read(image.recipe(), Recipe.class);
        assertThat(recipe.kernels()).isEqualTo("null");
        assertThat(recipe.model()).isNull();
        assertThat(recipe.seed()).isEqualTo(9);
    }

    @Test
    void laterStepsFollowTheFirst() throws Exception {
        GenerateImage job = Jobs.aJob().sized(128).inSteps(3).thenEnlarged(2).build();

        GeneratedImage image = run(job).images().get(0);

        assertThat(image.width()).isEqualTo(256);
        assertThat(reports).hasSize(4);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        GenerateImage job = Jobs.aJob().dispatched(0).build();

        assertThatThrownBy(() -> run(job)).isInstanceOf(RequestRefusedException.class);
    }

    private CompletedJob run(GenerateImage job) throws Exception {
        ImageJobs jobs =
                new ImageJobs(
                        new NullEngine(),
                        new PictureStore(new FileObjectStore(folder)),
                        new RecipeWriter("Pingvas Studio test", 1),
                        new JobSettings(Duration.ofSeconds(10), Duration.ZERO),
                        new Cancellations(),
                        new WorkerMetrics());
        return jobs.run(job, new Attempt(1, 1), reports::add);
    }

    private byte[] stored(String key) throws Exception {
        return Files.readAllBytes(folder.resolve(key));
    }
}
