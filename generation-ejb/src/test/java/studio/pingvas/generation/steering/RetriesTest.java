package studio.pingvas.generation.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.generation.InputsGoneException;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.NotRetryableException;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.generation.RetriedJobs;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.inputs.InputsForTests;
import studio.pingvas.generation.inputs.KeptInputs;
import studio.pingvas.generation.inputs.Png;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.NewJob;
import studio.pingvas.generation.jobs.control.Submissions;
import studio.pingvas.generation.jobs.control.Submitted;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.jobs.entity.StageKeys;
import studio.pingvas.generation.jobs.entity.Work;

class RetriesTest {
    @TempDir private Path folder;

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final FakeLedger ledger = new FakeLedger();
    private final Retries retries = new Retries();
    private final UUID ann = UUID.randomUUID();
    private Plan plan = Samples.aPlan(Tier.FREE, 1, 1_000);
    private KeptInputs kept;

    @BeforeEach
    void wire() {
        kept = InputsForTests.kept(database, folder);
        retries.store = ForTests.store(database);
        retries.clock = ForTests.clock(database);
        retries.submissions = submissions(retries.store);
    }

    @Test
    void failedJobIsDoneAgainWithTheSameSeedAtTodaysPrice() {
        GenerationJob failed = failed();

        GenerationJob again = retry(failed);

        assertThat(again.id()).isNotEqualTo(failed.id());
        assertThat(again.origin().retryOf()).isEqualTo(failed.id());
        assertThat(again.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(again.asked().stages()).isEqualTo(failed.asked().stages());
        assertThat(again.asked().picture().seed()).isEqualTo(failed.asked().picture().seed());
        assertThat(again.origin().requestSha256()).isEqualTo(failed.origin().requestSha256());
        assertThat(ledger.held).containsOnlyKeys(again.id());
        assertThat(ledger.held.get(again.id()))
                .isEqualTo(again.terms().quote().credits())
                .isNotEqualTo(77);
    }

    @Test
    void retryThatIsAskedForTwiceIsOneJob() {
        GenerationJob failed = failed();

        assertThat(retry(failed).id()).isEqualTo(retry(failed).id());
        assertThat(ledger.held).hasSize(1);
    }

    @Test
    void ofTwoRetriesAtOnceTheSecondGivesItsHoldBack() {
        GenerationJob failed = failed();
        GenerationJob first = retry(failed);
        retries.submissions = submissions(storeThatShowsNoRetry());

        GenerationJob second = retry(failed);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(ledger.held).containsOnlyKeys(first.id());
        assertThat(ledger.released).hasSize(1);
    }

    @Test
    void cancelledJobCanBeTriedAgain() {
        GenerationJob job = add(Samples.aWork());
        ForTests.withTransitions(database, t -> t.decideCancelled(job.id(), Actor.user(ann)));
        end(job);

        assertThat(retry(job).origin().retryOf()).isEqualTo(job.id());
    }

    @Test
    void jobThatWaitsOrHasMadeItsPicturesIsNotTriedAgain() {
        GenerationJob waiting = add(Samples.aWork());

        assertThatThrownBy(() -> retry(waiting)).isInstanceOf(NotRetryableException.class);
        assertThat(ledger.held).isEmpty();
    }

    @Test
    void jobWhoseTierAllowsLessTodayIsRefused() {
        GenerationJob failed = failed();
        plan = new Plan(Tier.FREE, 0, 1_000, 1L << 30, Set.of("tiny"), 100 * 100, 30, 1, 1, 5, 4);

        assertThatThrownBy(() -> retry(failed)).isInstanceOf(OverTierLimitException.class);
    }

    @Test
    void uploadThatIsStillKeptIsUsedAgain() throws Exception {
        GenerationJob failed = failedWithUpload();

        GenerationJob again = retry(failed);

        assertThat(again.asked().keysOf(0).image()).isNotEqualTo(failed.asked().keysOf(0).image());
        assertThat(Files.readAllBytes(folder.resolve(again.asked().keysOf(0).image())))
                .isEqualTo(Files.readAllBytes(folder.resolve(failed.asked().keysOf(0).image())));
    }

    @Test
    void uploadThatIsGoneIsNamed() throws Exception {
        GenerationJob failed = failedWithUpload();
        Files.delete(folder.resolve(failed.asked().keysOf(0).image()));

        assertThatThrownBy(() -> retry(failed)).isInstanceOf(InputsGoneException.class);
        assertThat(ledger.held).isEmpty();
    }

    @Test
    void pictureThatWasDeletedFromTheGalleryIsNamed() {
        UUID image = UUID.randomUUID();
        GenerationJob job =
                jobOf(
                        new Work(
                                "upscale",
                                List.of(
                                        JobStage.upscale(null, 256, 256, 2)
                                                .beginningWith(image, null)),
                                0,
                                1));
        job.asked().beginWith(List.of(new StageKeys("users/u/images/i.png", null)));
        GenerationJob failed = failed(ForTests.add(database, job, 1_000));

        assertThatThrownBy(() -> retry(failed)).isInstanceOf(InputsGoneException.class);
    }

    @Test
    void allThatFailedLatelyAreTriedAgainOnce() {
        GenerationJob first = failed();
        GenerationJob second = failed();
        GenerationJob longAgo = failed();
        GenerationDatabase.DATABASE.execute(
                "update generation.job set finished_at = now() - interval '25 hours' where id = '"
                        + longAgo.id()
                        + "'");
        add(Samples.aWork());

        RetriedJobs retried = retries.retryFailed(ann, null);

        assertThat(retried.retried())
                .extracting(RetriedJobs.Retry::retryOf)
                .containsExactly(first.id(), second.id());
        assertThat(retried.refused()).isEmpty();
        assertThat(retries.retryFailed(ann, null).retried()).isEmpty();
        assertThat(retries.retryFailed(UUID.randomUUID(), null).retried()).isEmpty();
    }

    @Test
    void whatCannotBeTriedAgainDoesNotHoldUpTheOthers() throws Exception {
        GenerationJob gone = failedWithUpload();
        Files.delete(folder.resolve(gone.asked().keysOf(0).image()));
        GenerationJob other = failed();

        RetriedJobs retried = retries.retryFailed(ann, null);

        assertThat(retried.refused())
                .extracting(RetriedJobs.Refusal::jobId, RetriedJobs.Refusal::code)
                .containsExactly(tuple(gone.id(), "inputs-gone"));
        assertThat(retried.retried())
                .extracting(RetriedJobs.Retry::retryOf)
                .containsExactly(other.id());
    }

    @Test
    void whereCreditsAreShortNoOthersAreTried() {
        failed();
        failed();
        ledger.available = 99;

        RetriedJobs retried = retries.retryFailed(ann, null);

        assertThat(retried.retried()).isEmpty();
        assertThat(retried.refused())
                .singleElement()
                .extracting(RetriedJobs.Refusal::code)
                .isEqualTo("insufficient-credits");
        assertThatThrownBy(() -> retry(failed())).isInstanceOf(InsufficientCreditsException.class);
    }

    @Test
    void retryWaitsLikeAnyOtherJobAndOnlySoManyMay() {
        GenerationJob failed = failed();
        plan = Samples.aPlan(Tier.FREE, 1, 1);
        add(Samples.aWork());

        assertThatThrownBy(() -> retry(failed)).isInstanceOf(QueueFullException.class);
        assertThat(ledger.held).isEmpty();
    }

    private GenerationJob retry(GenerationJob job) {
        return retries.retry(found(job), null);
    }

    private GenerationJob failedWithUpload() {
        GenerationJob job = jobOf(Samples.aWork());
        String key = kept.keep(ann, job.id(), InputsForTests.uploaded(kept, Png.of(8, 8)));
        job.asked().beginWith(List.of(new StageKeys(key, null)));
        return failed(ForTests.add(database, job, 1_000));
    }

    private GenerationJob failed() {
        return failed(add(Samples.aWork()));
    }

    private GenerationJob failed(GenerationJob job) {
        ForTests.withTransitions(database, t -> t.decideFailed(job.id(), "oops", "Why."));
        end(job);
        return found(job);
    }

    private void end(GenerationJob job) {
        ForTests.transitions(database).end(job.id(), 0, 2);
    }

    private GenerationJob found(GenerationJob job) {
        return ForTests.store(database).findOf(ann, job.id()).orElseThrow();
    }

    private GenerationJob add(Work work) {
        return ForTests.add(database, jobOf(work), 1_000);
    }

    private GenerationJob jobOf(Work work) {
        return GenerationJob.queued(
                UUID.randomUUID(),
                ann,
                Samples.aPlan(Tier.FREE, 1, 1_000),
                work,
                "0".repeat(64),
                new Quote(77, 0.155));
    }

    private Submissions submissions(JobStore store) {
        return ForTests.repeating(
                database,
                store,
                ledger.asLedger(),
                plans(),
                models(),
                InputsForTests.finder(emptyGallery(), kept),
                kept);
    }

    /** As it is for who asks in the same moment: the other job is not there yet. */
    private JobStore storeThatShowsNoRetry() {
        JobStore store = ForTests.store(database);
        return new JobStore() {
            @Override
            public Submitted add(NewJob wanted) {
                return store.add(wanted);
            }

            @Override
            public Map<UUID, Submitted> addFree(List<NewJob> wanted) {
                return store.addFree(wanted);
            }

            @Override
            public Optional<GenerationJob> retryOf(UUID jobId) {
                return Optional.empty();
            }

            @Override
            public long waitingJobs(UUID userId) {
                return store.waitingJobs(userId);
            }
        };
    }

    private Entitlements plans() {
        return new Entitlements() {
            @Override
            public Plan planOf(UUID userId) {
                return plan;
            }

            @Override
            public List<Plan> plans() {
                return List.of(plan);
            }
        };
    }

    private static ModelCatalog models() {
        return new ModelCatalog() {
            @Override
            public List<ModelView> allowedBy(Plan plan) {
                return List.of(Samples.aModel());
            }

            @Override
            public ModelView require(String modelId, Plan plan) {
                return Samples.aModel();
            }
        };
    }

    private static ImageCatalog emptyGallery() {
        return (ImageCatalog)
                Proxy.newProxyInstance(
                        ImageCatalog.class.getClassLoader(),
                        new Class<?>[] {ImageCatalog.class},
                        (proxy, method, arguments) -> {
                            throw new NotFoundException("The image");
                        });
    }
}
