package studio.pingvas.web.faces.generation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.primefaces.PrimeFaces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.GenerationBatches;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.QueueControl;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.security.Caller;

/** What people do on the generate page to jobs that they asked for. */
@Named
@RequestScoped
public class LinePanel {
    @EJB GenerationJobs jobs;
    @EJB GenerationBatches batches;
    @EJB QueueControl queue;
    @Inject Caller caller;
    @Inject GeneratePage page;

    public void cancel() {
        act(() -> jobs.cancel(caller.userId(), jobOfParameter()));
    }

    /** The browser is told which job it shall follow. */
    public void retry() {
        act(
                () -> {
                    JobView again = queue.retry(caller.userId(), jobOfParameter(), null);
                    PrimeFaces.current().ajax().addCallbackParam("job", again.jobId().toString());
                });
    }

    public void moveToFront() {
        act(() -> queue.moveToFront(caller.userId(), List.of(jobOfParameter())));
    }

    public void clearWaiting() {
        act(() -> queue.clear(caller.userId()));
    }

    public void cancelBatch() {
        act(() -> batches.cancel(caller.userId(), batchOfParameter()));
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        page.lookAtBalance();
    }

    private static UUID batchOfParameter() {
        return Ids.ofParameter("batch").orElseThrow(() -> new NotFoundException("The batch"));
    }

    static UUID jobOfParameter() {
        return Ids.ofParameter("job").orElseThrow(() -> new NotFoundException("The job"));
    }
}
