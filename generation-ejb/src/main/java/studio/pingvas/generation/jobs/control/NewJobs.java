package studio.pingvas.generation.jobs.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import studio.pingvas.platform.concurrent.Groups;

/**
 * Adds the jobs that come in the same moment together: a commit for all costs what one does. Nobody
 * waits for what somebody else does to the line of one user, nor for a refusal: such a job leaves
 * the group and is added alone, as is a user's second one.
 */
@ApplicationScoped
public class NewJobs {
    private static final int MOST = 32;

    @Inject JobStore store;

    private Groups<NewJob, Optional<Submitted>> groups;

    @PostConstruct
    void prepare() {
        groups = new Groups<>(MOST, this::addTogether, NewJob::again);
    }

    /** As {@link JobStore#add}; to be called outside of a transaction. */
    Submitted add(NewJob wanted) {
        return groups.join(wanted).orElseGet(() -> store.add(wanted.again()));
    }

    /** Without an answer stays who leaves the group. */
    private List<Optional<Submitted>> addTogether(List<NewJob> group) {
        SortedMap<UUID, NewJob> firsts = new TreeMap<>();
        group.forEach(wanted -> firsts.putIfAbsent(wanted.job().userId(), wanted));
        Map<UUID, Submitted> added = new HashMap<>(store.addFree(List.copyOf(firsts.values())));
        // Taken out, so that a user's second job does not get the answer of the first.
        return group.stream()
                .map(wanted -> Optional.ofNullable(added.remove(wanted.job().userId())))
                .toList();
    }
}
