package studio.pingvas.generation.batches.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.InputsForTests;
import studio.pingvas.generation.inputs.KeptInputs;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.Pricing;
import studio.pingvas.generation.jobs.control.RequestRules;
import studio.pingvas.generation.jobs.control.WebhookAddresses;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.line.control.LinesForTests;
import studio.pingvas.platform.database.Keyset;

/** Wires what the container would inject, and makes batches. */
public final class BatchesForTests {
    private BatchesForTests() {}

    /** As the container hands it out: each call in a transaction of its own. */
    public static BatchStore store(GenerationDatabase database) {
        return new BatchStore() {
            @Override
            public JobBatch add(JobBatch batch, List<GenerationJob> jobs, int maxWaiting) {
                return with(database, store -> store.add(batch, jobs, maxWaiting));
            }

            @Override
            public Optional<JobBatch> findOf(UUID userId, UUID batchId) {
                return with(database, store -> store.findOf(userId, batchId));
            }

            @Override
            public List<JobBatch> list(UUID userId, Keyset after, int limit) {
                return with(database, store -> store.list(userId, after, limit));
            }

            @Override
            public Map<UUID, BatchProgress> progress(List<UUID> batchIds) {
                return with(database, store -> store.progress(batchIds));
            }

            @Override
            public List<GenerationJob> jobs(UUID batchId, int from, int limit) {
                return with(database, store -> store.jobs(batchId, from, limit));
            }

            @Override
            public Optional<GenerationJob> firstWaiting(UUID batchId) {
                return with(database, store -> store.firstWaiting(batchId));
            }

            @Override
            public Optional<GenerationJob> lastLive(UUID batchId) {
                return with(database, store -> store.lastLive(batchId));
            }
        };
    }

    public static BatchSubmissions submissions(
            GenerationDatabase database, CreditLedger ledger, Plan plan, Path folder) {
        KeptInputs kept = InputsForTests.kept(database, folder);
        BatchSubmissions submissions = new BatchSubmissions();
        submissions.ledger = ledger;
        submissions.files = InputsForTests.files(kept);
        submissions.kept = kept;
        submissions.offers = offers(plan, InputsForTests.finder(null, kept));
        submissions.batches = store(database);
        submissions.jobs = ForTests.store(database);
        submissions.creditsFloor = 100;
        return submissions;
    }

    static BatchOffers offers(Plan plan, InputFinder finder) {
        BatchOffers offers = new BatchOffers();
        offers.entitlements = new OnePlan(plan);
        offers.models = new OneModel(Samples.aModel());
        offers.finder = finder;
        offers.rules = new RequestRules();
        offers.pricing = new Pricing();
        offers.webhooks = new WebhookAddresses(false, false);
        return offers;
    }

    public static JobBatch aBatch(UUID userId, int jobs) {
        return new JobBatch(
                UUID.randomUUID(),
                userId,
                "Foxes",
                "text-to-image",
                null,
                "0".repeat(64),
                jobs,
                2L * jobs);
    }

    public static List<GenerationJob> jobs(UUID userId, Plan plan, int count) {
        return IntStream.range(0, count).mapToObj(i -> Samples.aJob(userId, plan)).toList();
    }

    private static <T> T with(GenerationDatabase database, Function<BatchStore, T> work) {
        return database.inTransaction(
                entities -> {
                    BatchStore store = new BatchStore();
                    store.entities = entities;
                    store.lines = LinesForTests.userLines(entities);
                    store.history = ForTests.history(entities, database);
                    store.store =
                            new JobStore() {
                                @Override
                                public void requireNotErased(UUID userId) {
                                    ForTests.withStore(
                                            database,
                                            other -> {
                                                other.requireNotErased(userId);
                                                return null;
                                            });
                                }
                            };
                    return work.apply(store);
                });
    }
}
