package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.OpenHold;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class StrayHoldsTest {
    private final GenerationDatabase database = GenerationDatabase.empty();
    private final Ledger ledger = new Ledger();
    private final StrayHolds holds = new StrayHolds();
    private final UUID ann = UUID.randomUUID();

    @BeforeEach
    void wire() {
        holds.ledger = ledger.asLedger();
        holds.store =
                new JobStore() {
                    @Override
                    public Set<UUID> liveAmong(List<UUID> jobIds) {
                        return ForTests.withStore(database, store -> store.liveAmong(jobIds));
                    }
                };
    }

    @Test
    void holdsOfJobsThatNeverCameGoBackToTheirOwners() {
        UUID bob = UUID.randomUUID();
        UUID ofAnn = ledger.hold(ann, UUID.randomUUID());
        UUID ofBob = ledger.hold(bob, UUID.randomUUID());
        ledger.hold(ann, waitingJob());

        holds.sweep();

        assertThat(ledger.released).isEqualTo(Map.of(ann, List.of(ofAnn), bob, List.of(ofBob)));
    }

    @Test
    void holdsOfJobsThatHaveEndedGoBackToo() {
        UUID job = waitingJob();
        ledger.hold(ann, job);
        holds.sweep();
        assertThat(ledger.released).isEmpty();

        ForTests.withTransitions(database, t -> t.decideCancelled(job, Actor.SYSTEM));
        ForTests.withTransitions(
                database,
                t -> {
                    t.end(job, 0, 2);
                    return null;
                });
        holds.sweep();
        assertThat(ledger.released).containsOnlyKeys(ann);
    }

    @Test
    void whatLiesBehindTheHoldsOfManyWaitingJobsIsFound() {
        UUID waiting = waitingJob();
        Stream.generate(() -> waiting)
                .limit(12L * StrayHolds.PAGE)
                .forEach(job -> ledger.hold(ann, job));
        UUID stray = ledger.hold(ann, UUID.randomUUID());

        holds.sweep();
        assertThat(ledger.released).isEmpty();
        holds.sweep();
        assertThat(ledger.released).isEqualTo(Map.of(ann, List.of(stray)));

        ledger.asked.clear();
        holds.sweep();
        assertThat(ledger.asked).first().isNull();
    }

    private UUID waitingJob() {
        GenerationJob job = Samples.aJob(ann, Samples.aFreePlan());
        return ForTests.add(database, job, 5).id();
    }

    /** Of payment's contract only the pages of open holds and their release. */
    private static final class Ledger {
        final Map<UUID, List<UUID>> released = new HashMap<>();
        final List<OpenHold> asked = new ArrayList<>();
        private final List<OpenHold> open = new ArrayList<>();

        UUID hold(UUID userId, UUID jobId) {
            open.add(new OpenHold(jobId, userId, 2, Instant.EPOCH.plusSeconds(open.size())));
            return jobId;
        }

        CreditLedger asLedger() {
            return (CreditLedger)
                    Proxy.newProxyInstance(
                            CreditLedger.class.getClassLoader(),
                            new Class<?>[] {CreditLedger.class},
                            (proxy, method, arguments) ->
                                    switch (method.getName()) {
                                        case "openHolds" -> page((OpenHold) arguments[1]);
                                        case "releaseAll" ->
                                                release(
                                                        (UUID) arguments[0],
                                                        (Collection<?>) arguments[1]);
                                        default -> throw new AssertionError(method.getName());
                                    });
        }

        private List<OpenHold> page(OpenHold after) {
            asked.add(after);
            return open.stream()
                    .filter(hold -> after == null || hold.createdAt().isAfter(after.createdAt()))
                    .limit(StrayHolds.PAGE)
                    .toList();
        }

        private Map<UUID, Long> release(UUID userId, Collection<?> jobIds) {
            jobIds.forEach(
                    id -> {
                        released.computeIfAbsent(userId, user -> new ArrayList<>()).add((UUID) id);
                        open.removeIf(hold -> hold.jobId().equals(id));
                    });
            return Map.of();
        }
    }
}
