package studio.pingvas.generation.jobs.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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

    private Groups<Asked> groups;

    private static final class Asked {
        private NewJob wanted;
        private Submitted added;

        Asked(NewJob wanted) {
            this.wanted = wanted;
        }

        /** A second time it is the one of before, if that was added after all. */
        NewJob take() {
            NewJob taken = wanted;
            wanted = wanted.again();
            return taken;
        }
    }

    @PostConstruct
    void prepare() {
        groups = new Groups<>(MOST, this::addTogether);
    }

    /** As {@link JobStore#add}; to be called outside of a transaction. */
    Submitted add(NewJob wanted) {
        Asked own = new Asked(wanted);
        groups.join(own);
        return own.added == null ? store.add(own.take()) : own.added;
    }

    private void addTogether(List<Asked> group) {
        SortedMap<UUID, Asked> firsts = new TreeMap<>();
        group.forEach(asked -> firsts.putIfAbsent(asked.wanted.job().userId(), asked));
        Map<UUID, Submitted> added =
                store.addFree(firsts.values().stream().map(Asked::take).toList());
        added.forEach((userId, submitted) -> firsts.get(userId).added = submitted);
    }
}
