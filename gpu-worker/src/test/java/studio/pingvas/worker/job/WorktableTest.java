package studio.pingvas.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.image.Bitmap;

class WorktableTest {
    private final Jobs.Builder job = Jobs.aJob();

    @Test
    void picturesLieThereOnlyAsLongAsALaterStepTakesThem() {
        GenerateImage request =
                job.over("k", 0.5).then(over(0)).then(over(0)).then(over(2)).build();
        List<StepSources> sources = StepSources.of(request);
        InputPictures inputs =
                new InputPictures(new HashMap<>(Map.of("k", picture())), Map.of(), Map.of());
        Worktable table = new Worktable(request, sources, inputs);

        table.take(0);
        assertThat(table.size()).isZero();
        table.put(0, List.of(picture()));
        table.take(1);
        assertThat(table.size()).isOne();
        table.put(1, List.of(picture()));
        table.take(2);
        assertThat(table.size()).isZero();
    }

    @Test
    void seedsGoRoundAfterTheLargest() {
        GenerateImage request = job.seeded(0xFFFF_FFFFL).ofPictures(2).build();
        Worktable table =
                new Worktable(
                        request,
                        StepSources.of(request),
                        new InputPictures(Map.of(), Map.of(), Map.of()));

        assertThat(table.seedsOf(0)).containsExactly(0xFFFF_FFFFL, 0L);
    }

    private FollowingStep over(int step) {
        return job.painting("image-to-image", "p", step, 0.5, null, null);
    }

    private static Bitmap picture() {
        return new Bitmap(1, 1, new byte[4]);
    }
}
