package studio.pingvas.web.faces.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.web.admin.Administrator;
import studio.pingvas.web.admin.DeadLetterOffice;
import studio.pingvas.web.admin.LineCommands;
import studio.pingvas.web.admin.WorkerCommands;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/**
 * What administrators do on the page of the queue. The thing is named by the request, since rows
 * may have moved since the page was shown.
 */
@Named
@RequestScoped
public class QueueSteering {
    @Inject QueuePage page;
    @Inject LineCommands line;
    @Inject WorkerCommands workers;
    @Inject DeadLetterOffice office;
    @Inject Caller caller;
    @Inject ClientDevice device;

    /** Something that is done to the thing of that name. */
    private interface Command {
        void give(String name, Administrator by);
    }

    public void pauseTier() {
        give("tier", "queue.tier.paused", (key, by) -> line.pause(tierOf(key), null, by));
    }

    public void resumeTier() {
        give("tier", "queue.tier.resumed", (key, by) -> line.resume(tierOf(key), null, by));
    }

    public void pauseWorker() {
        give("worker", "queue.worker.paused", workers::pause);
    }

    public void resumeWorker() {
        give("worker", "queue.worker.resumed", workers::resume);
    }

    public void drainWorker() {
        give("worker", "queue.worker.drained", workers::drain);
    }

    public void resendLetter() {
        give("letter", "queue.letter.resent", (id, by) -> office.resend(letterOf(id), by));
    }

    public void deleteLetter() {
        give("letter", "queue.letter.deleted", (id, by) -> office.delete(letterOf(id), by));
    }

    private void give(String parameter, String done, Command command) {
        String name = Faces.getRequestParameter(parameter);
        try {
            if (name == null) {
                throw new NotFoundException("What is asked for");
            }
            command.give(
                    name,
                    new Administrator(
                            caller.administratorId(), device.of(Faces.getRequest()).address()));
            String shown = Texts.ifPresent(parameter + "." + name).orElse(name);
            Messages.addGlobalInfo(Texts.of(done, shown));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        page.refresh();
    }

    private static UUID letterOf(String id) {
        return Ids.of(id).orElseThrow(() -> new NotFoundException("The message"));
    }

    private static Tier tierOf(String key) {
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The tier"));
    }
}
