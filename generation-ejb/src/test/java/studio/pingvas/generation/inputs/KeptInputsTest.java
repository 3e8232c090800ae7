package studio.pingvas.generation.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.batches.control.BatchesForTests;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class KeptInputsTest {
    private static final UUID ANN = UUID.randomUUID();

    @TempDir private Path folder;
    private final GenerationDatabase database = GenerationDatabase.empty();
    private KeptInputs inputs;

    @BeforeEach
    void wire() {
        inputs = InputsForTests.kept(database, folder);
    }

    @Test
    void uploadLiesUnderAnIdThatNobodyCanGuess() {
        String one = keep(UUID.randomUUID());
        String other = keep(UUID.randomUUID());

        assertThat(one).matches("users/" + ANN + "/inputs/[0-9a-f-]{36}\\.png").isNotEqualTo(other);
        assertThat(folder.resolve(one)).exists();
    }

    @Test
    void pictureOfTheGalleryStaysWhereItIs() {
        InputPicture picture =
                new InputPicture(UUID.randomUUID(), "users/u/images/i.png", null, new Extent(1, 1));

        assertThat(inputs.keep(ANN, UUID.randomUUID(), picture)).isEqualTo("users/u/images/i.png");
        assertThat(inputs.keep(ANN, UUID.randomUUID(), null)).isNull();
        assertThat(rows()).isEmpty();
    }

    @Test
    void uploadGoesWhenItsJobHasEndedAndNotBefore() {
        GenerationJob job = Samples.aJob();
        ForTests.add(database, job, 5);
        String key = keep(job.id());
        String ofAnother = keep(add().id());

        inputs.sweep();
        assertThat(folder.resolve(key)).exists();

        ForTests.withTransitions(database, t -> t.decideCancelled(job.id(), Actor.SYSTEM));
        inputs.sweep();
        assertThat(folder.resolve(key)).exists();

        end(job);
        inputs.sweep();
        assertThat(folder.resolve(key)).doesNotExist();
        assertThat(folder.resolve(ofAnother)).exists();
        assertThat(rows()).containsExactly(ofAnother);
    }

    @Test
    void uploadOfABatchStaysUntilItsLastJobHasEnded() {
        JobBatch batch = BatchesForTests.aBatch(ANN, 2);
        List<GenerationJob> jobs = BatchesForTests.jobs(ANN, Samples.aFreePlan(), 2);
        BatchesForTests.store(database).add(batch, jobs, 5);
        String key = keep(batch.id());

        end(jobs.get(0));
        inputs.sweep();
        assertThat(folder.resolve(key)).exists();

        end(jobs.get(1));
        inputs.sweep();
        assertThat(folder.resolve(key)).doesNotExist();
    }

    @Test
    void uploadOfAFailedJobStaysForAnHour() {
        String key = keep(failed());

        inputs.sweep();
        assertThat(folder.resolve(key)).exists();

        GenerationDatabase.DATABASE.execute(
                "update generation.job set finished_at = now() - interval '61 minutes'");
        inputs.sweep();
        assertThat(folder.resolve(key)).doesNotExist();
    }

    @Test
    void onlyTheNewestUploadsOfFailedJobsStay() {
        String first = keep(failed());
        String second = keep(failed());
        for (int i = 1; i < 20; i++) {
            keep(failed());
        }

        inputs.sweep();
        assertThat(folder.resolve(first)).doesNotExist();
        assertThat(folder.resolve(second)).exists();
    }

    @Test
    void uploadWhoseJobNeverCameGoesAfterAWhile() {
        String key = keep(UUID.randomUUID());

        inputs.sweep();
        assertThat(folder.resolve(key)).exists();

        GenerationDatabase.DATABASE.execute(
                "update generation.input_object set created_at = now() - interval '11 minutes'");
        inputs.sweep();
        assertThat(folder.resolve(key)).doesNotExist();
        assertThat(rows()).isEmpty();
    }

    @Test
    void uploadThatCouldNotBeKeptIsNotForgotten() throws Exception {
        Files.createFile(folder.resolve("users"));

        assertThatThrownBy(() -> keep(UUID.randomUUID())).isInstanceOf(UnavailableException.class);

        assertThat(rows()).hasSize(1);
    }

    private void end(GenerationJob job) {
        ForTests.withTransitions(database, t -> t.decideCancelled(job.id(), Actor.SYSTEM));
        ForTests.withTransitions(
                database,
                t -> {
                    t.end(job.id(), 0, 2);
                    return null;
                });
    }

    private GenerationJob add() {
        return ForTests.add(database, Samples.aJob(), 5);
    }

    private UUID failed() {
        UUID jobId = add().id();
        ForTests.withTransitions(database, t -> t.decideFailed(jobId, "oops", "Why."));
        return ForTests.withTransitions(
                database,
                t -> {
                    t.end(jobId, 0, 2);
                    return jobId;
                });
    }

    private String keep(UUID jobId) {
        return inputs.keep(ANN, jobId, InputsForTests.uploaded(inputs, Png.of(8, 8)));
    }

    private List<String> rows() {
        List<?> keys =
                database.inTransaction(
                        entities ->
                                entities.createNativeQuery(
                                                "select object_key from generation.input_object")
                                        .getResultList());
        return keys.stream().map(String.class::cast).toList();
    }
}
