package studio.pingvas.web.faces.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.DeadLetterView;
import studio.pingvas.contracts.generation.JobGlance;
import studio.pingvas.contracts.generation.QueueMeasures;
import studio.pingvas.contracts.generation.QueueStatus;
import studio.pingvas.contracts.generation.TierPause;
import studio.pingvas.contracts.generation.TierStatus;
import studio.pingvas.contracts.generation.WorkerControl;
import studio.pingvas.contracts.generation.WorkerView;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.web.admin.DeadLetterOffice;
import studio.pingvas.web.admin.LineCommands;
import studio.pingvas.web.faces.Texts;

/** What waits, who works, and where to look when nothing goes on. */
@Named
@RequestScoped
public class QueuePage {
    private static final int SHOWN = 10;

    @EJB QueueStatus queue;
    @EJB WorkerControl control;
    @Inject LineCommands line;
    @Inject DeadLetterOffice office;

    private QueueMeasures measures;
    private Set<Tier> paused;
    private List<WorkerView> workers;
    private List<DeadLetterView> deadLetters;
    private List<Longest> longest;

    public QueueMeasures getMeasures() {
        if (measures == null) {
            measures = queue.measures();
        }
        return measures;
    }

    /** Measures may be a second old; who has just paused a tier wants to see it. */
    public boolean isPaused(TierStatus tier) {
        if (paused == null) {
            paused =
                    line.pauses().stream()
                            .filter(TierPause::paused)
                            .map(TierPause::tier)
                            .collect(Collectors.toSet());
        }
        return paused.contains(tier.tier());
    }

    public List<WorkerView> getWorkers() {
        if (workers == null) {
            workers = control.workers();
        }
        return workers;
    }

    /** Empty as well if the broker cannot be asked: the measures say so. */
    public List<DeadLetterView> getDeadLetters() {
        if (deadLetters == null) {
            deadLetters = getMeasures().deadLetters() == null ? List.of() : office.list(SHOWN);
        }
        return deadLetters;
    }

    /** Jobs to look at first. */
    public List<Longest> getLongest() {
        if (longest == null) {
            longest =
                    List.of(
                            new Longest("waiting", queue.longestWaiting(SHOWN)),
                            new Longest("running", queue.longestRunning(SHOWN)));
        }
        return longest;
    }

    /** What can be changed here is looked at again. */
    void refresh() {
        paused = null;
        workers = null;
        deadLetters = null;
    }

    /**
     * @param seconds null if they are not known
     */
    public String seconds(Double seconds) {
        return seconds == null ? "" : Texts.of("queue.seconds", seconds);
    }

    /** What a button does, for those who do not see its row. */
    public String aboutTier(String action, TierStatus tier) {
        return Texts.of("queue.tier." + action + ".of", Texts.of("tier." + tier.tier().key()));
    }

    /** As {@link #aboutTier}. */
    public String aboutWorker(String action, WorkerView worker) {
        return Texts.of("queue.worker." + action + ".of", worker.name());
    }

    /**
     * @param name of the group, in keys of texts
     */
    public record Longest(String name, List<JobGlance> jobs) {
        public String title() {
            return "queue.longest." + name;
        }

        public String none() {
            return "queue.nothing." + name;
        }
    }
}
