package studio.pingvas.web.faces.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.DeadLetterView;
import studio.pingvas.contracts.generation.JobGlance;
import studio.pingvas.contracts.generation.QueueMeasures;
import studio.pingvas.contracts.generation.QueueStatus;
import studio.pingvas.contracts.generation.WorkerControl;
import studio.pingvas.contracts.generation.WorkerView;
import studio.pingvas.web.admin.Administrator;
import studio.pingvas.web.admin.DeadLetterOffice;
import studio.pingvas.web.admin.WorkerCommands;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** What waits, who works, and where to look when nothing goes on. */
@Named
@RequestScoped
public class QueuePage {
    private static final int SHOWN = 10;

    @EJB QueueStatus queue;
    @EJB WorkerControl control;
    @Inject WorkerCommands commands;
    @Inject DeadLetterOffice office;
    @Inject Caller caller;
    @Inject ClientDevice device;

    private QueueMeasures measures;
    private List<WorkerView> workers;
    private List<DeadLetterView> deadLetters;
    private List<Longest> longest;

    public QueueMeasures getMeasures() {
        if (measures == null) {
            measures = queue.measures();
        }
        return measures;
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

    /**
     * @param seconds null if they are not known
     */
    public String seconds(Double seconds) {
        return seconds == null ? "" : Texts.of("queue.seconds", seconds);
    }

    /** What a button does, for those who do not see its row. */
    public String about(String key, WorkerView worker) {
        return Texts.of(key, worker.name());
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

    public void pauseWorker() {
        tell("queue.worker.paused", commands::pause);
    }

    public void resumeWorker() {
        tell("queue.worker.resumed", commands::resume);
    }

    public void drainWorker() {
        tell("queue.worker.drained", commands::drain);
    }

    public void resendDeadLetter() {
        decide("queue.letter.resent", office::resend);
    }

    public void deleteDeadLetter() {
        decide("queue.letter.deleted", office::delete);
    }

    /** The message is named by the request: others may be gone since the page was shown. */
    private void decide(String done, BiConsumer<UUID, Administrator> decision) {
        try {
            UUID letter =
                    Ids.of(Faces.getRequestParameter("letter"))
                            .orElseThrow(() -> new NotFoundException("The message"));
            decision.accept(letter, administrator());
            Messages.addGlobalInfo(Texts.of(done));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        deadLetters = null;
    }

    /** The worker is named by the request: rows may have moved since the page was shown. */
    private void tell(String done, BiConsumer<String, Administrator> command) {
        String worker = Faces.getRequestParameter("worker");
        try {
            command.accept(worker, administrator());
            Messages.addGlobalInfo(Texts.of(done, worker));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        workers = null;
    }

    private Administrator administrator() {
        return new Administrator(caller.administratorId(), device.of(Faces.getRequest()).address());
    }
}
