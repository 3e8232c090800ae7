package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.CancelledJobs;
import studio.pingvas.contracts.generation.QueueControl;
import studio.pingvas.contracts.generation.RetriedJobs;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** What the caller does with their jobs as a whole. */
@Path("queue")
@RolesAllowed({"user", "key-generate"})
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {
    @EJB QueueControl queue;
    @Inject Caller caller;

    /** Cancels what has not started. */
    @POST
    @Path("clear")
    public Cancellation clear() {
        return Cancellation.of(queue.clear(caller.userId()));
    }

    /** Cancels everything but the job named, or the one that has run for longest. */
    @POST
    @Path("cancel-all-except-current")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems(ProblemCode.NOT_FOUND)
    public Cancellation cancelAllExceptCurrent(Current current) {
        UUID kept = current == null ? null : current.jobId();
        return Cancellation.of(queue.cancelAllExceptCurrent(caller.userId(), kept));
    }

    /**
     * Tries again what failed in the last day, at most 100 jobs; what cannot be is named with the
     * code of its problem.
     */
    @POST
    @Path("retry-failed")
    public RetriedJobs retryFailed() {
        return queue.retryFailed(caller.userId(), caller.spendLimit());
    }

    /** Puts waiting jobs before the caller's others; says which were moved. */
    @POST
    @Path("move-to-front")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems(ProblemCode.INVALID_REQUEST)
    public Moved moveToFront(Chosen chosen) {
        List<UUID> jobIds = chosen == null ? null : chosen.jobIds();
        return new Moved(queue.moveToFront(caller.userId(), jobIds));
    }

    /**
     * @param jobIds 1 to 100, in the order that they are to have
     */
    public record Chosen(List<UUID> jobIds) {}

    /**
     * @param jobIds without those that wait no more
     */
    public record Moved(List<UUID> jobIds) {}

    /**
     * @param jobId may be absent
     */
    public record Current(UUID jobId) {}

    /**
     * @param cancelled how many
     * @param jobIds which, in the order of their acceptance
     */
    public record Cancellation(int cancelled, List<UUID> jobIds, long creditsRefunded) {
        static Cancellation of(CancelledJobs jobs) {
            return new Cancellation(jobs.jobIds().size(), jobs.jobIds(), jobs.creditsRefunded());
        }
    }
}
