package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aStage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.jobs.entity.StageKeys;
import studio.pingvas.generation.jobs.entity.Work;
import studio.pingvas.generation.line.entity.OwnLine;
import studio.pingvas.generation.line.entity.Place;

class GenerationCommandTest {
    private static final LoraUse INK = new LoraUse("ink", -0.5);

    @Test
    void pictureFromWordsBeginsWithNothing() {
        GenerateImage command = commandFor(List.of(aStage()), null, null);

        assertThat(command.kind()).isEqualTo("text-to-image");
        assertThat(command.prompt()).isEqualTo("a red house");
        assertThat(command.seed()).isEqualTo(7);
        assertThat(command.imageIds()).hasSize(2);
        assertThat(command.imageKey()).isNull();
        assertThat(command.strength()).isNull();
        assertThat(command.then()).isEmpty();
        assertThat(command.version()).isEqualTo(GenerateImage.CHAIN_VERSION);
    }

    @Test
    void workflowIsItsFirstStageAndWhatFollows() {
        JobStage inpaint =
                new JobStage(
                        "inpaint",
                        "tiny",
                        "a door",
                        "fog",
                        256,
                        128,
                        20,
                        4.5,
                        "flow-match-euler",
                        UUID.randomUUID(),
                        null,
                        0.7,
                        null,
                        List.of(INK));

        GenerateImage command =
                commandFor(List.of(inpaint, JobStage.upscale("esrgan", 512, 256, 2)), "i", "m");

        assertThat(command.kind()).isEqualTo("inpaint");
        assertThat(command.imageKey()).isEqualTo("i");
        assertThat(command.maskKey()).isEqualTo("m");
        assertThat(command.strength()).isEqualTo(0.7);
        assertThat(command.loras()).containsExactly(INK);
        assertThat(command.version()).isEqualTo(GenerateImage.CHAIN_VERSION);
        assertThat(command.then())
                .containsExactly(
                        new FollowingStep(
                                "upscale", "esrgan", "", "", 512, 256, 0, 0, null, null, 2, null));
    }

    @Test
    void linksThatWorkersOfTheReleaseBeforeDoNotKnowHaveAVersionOfTheirOwn() {
        JobStage larger = JobStage.upscale(null, 256, 256, 2);

        assertThat(versionOf(aStage(), larger.linked("big", 0, null, null)))
                .isEqualTo(GenerateImage.CHAIN_VERSION);
        assertThat(versionOf(aStage(), larger, larger.linked(null, 0, null, null)))
                .isEqualTo(GenerateImage.VERSION);
        assertThat(versionOf(aStage(), aStage())).isEqualTo(GenerateImage.VERSION);
        assertThat(versionOf(aStage(), larger.linked(null, 0, null, 5L)))
                .isEqualTo(GenerateImage.VERSION);
    }

    private static int versionOf(JobStage... stages) {
        return commandFor(List.of(stages), null, null).version();
    }

    private static GenerateImage commandFor(List<JobStage> stages, String image, String mask) {
        GenerationJob job =
                GenerationJob.queued(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        aFreePlan(),
                        new Work("workflow", stages, 7, 2),
                        "0".repeat(64),
                        new Quote(2, 0.155));
        job.asked().beginWith(List.of(new StageKeys(image, mask)));
        job.enqueue(new Place(1, Instant.EPOCH, OwnLine.empty()));
        job.dispatch(1, Instant.EPOCH);
        return GenerationCommand.of(job);
    }
}
