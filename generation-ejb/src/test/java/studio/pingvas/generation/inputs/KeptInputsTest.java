package studio.pingvas.generation.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.platform.store.FileObjectStore;

class KeptInputsTest {
    private static final UUID ANN = UUID.randomUUID();

    @TempDir private Path folder;
    private final GenerationDatabase database = GenerationDatabase.empty();
    private final KeptInputs inputs = new KeptInputs();

    @BeforeEach
    void wire() {
        inputs.files = new UploadedFiles();
        inputs.files.store = new FileObjectStore(folder);
        inputs.objects =
                new InputObjects() {
                    @Override
                    public void note(String key, UUID userId, UUID jobId) {
                        with(
                                objects -> {
                                    objects.note(key, userId, jobId);
                                    return null;
                                });
                    }

                    @Override
                    public List<String> needless(int limit) {
                        return with(objects -> objects.needless(limit));
                    }

                    @Override
                    public void forget(String key) {
                        with(
                                objects -> {
                                    objects.forget(key);
                                    return null;
                                });
                    }
                };
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
        ForTests.withStore(database, store -> store.add(job, 5));
        String key = keep(job.id());
        String ofAnother = keep(add().id());

        inputs.sweep();
        assertThat(folder.resolve(key)).exists();

        ForTests.withTransitions(database, t -> t.decideCancelled(job.id(), Actor.SYSTEM));
        inputs.sweep();
        assertThat(folder.resolve(key)).exists();

        ForTests.withTransitions(
                database,
                t -> {
                    t.end(job.id(), 0, 2);
                    return null;
                });
        inputs.sweep();
        assertThat(folder.resolve(key)).doesNotExist();
        assertThat(folder.resolve(ofAnother)).exists();
        assertThat(rows()).containsExactly(ofAnother);
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

    private GenerationJob add() {
        return ForTests.withStore(database, store -> store.add(Samples.aJob(), 5));
    }

    private String keep(UUID jobId) {
        Upload upload = inputs.files.check(new UploadedPictures(() -> Png.of(8, 8), null)).image();
        return inputs.keep(ANN, jobId, new InputPicture(null, null, upload, upload.extent()));
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

    private <T> T with(Function<InputObjects, T> work) {
        return database.inTransaction(
                entities -> {
                    InputObjects objects = new InputObjects();
                    objects.entities = entities;
                    return work.apply(objects);
                });
    }
}
