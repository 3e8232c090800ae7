package studio.pingvas.web.push;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.user.Identity;

/** Opens streams of server-sent events, for clients that cannot speak WebSocket. */
@ApplicationScoped
public class EventStreams {
    public static final String MEDIA_TYPE = "text/event-stream";

    private static final Duration REST = Duration.ofSeconds(30);

    @EJB GenerationJobs jobs;
    @EJB JobEvents events;
    @Inject FollowerHub hub;

    /**
     * Follows all jobs of the caller.
     *
     * @param lastSeq the events after it are sent first; null sends none of the past
     * @throws RateLimitedException if the caller follows too often already
     */
    public void ofUser(
            Identity caller, Long lastSeq, AsyncResponse answer, HttpServletResponse response)
            throws IOException {
        long after = lastSeq == null ? events.lastSeq(caller.userId()) : lastSeq;
        open(caller, new Follower.Scope(null, after), answer, response);
    }

    /**
     * Follows one job to its end; a client that has heard of the end already is told by 204 not to
     * come back.
     *
     * @param lastSeq the events after it are sent first; null sends all
     * @throws studio.pingvas.contracts.NotFoundException if the caller has no such job
     * @throws RateLimitedException if the caller follows too often already
     */
    public void ofJob(
            Identity caller,
            UUID jobId,
            Long lastSeq,
            AsyncResponse answer,
            HttpServletResponse response)
            throws IOException {
        boolean ended = jobs.get(caller.userId(), jobId).status().isFinal();
        long after = lastSeq == null ? 0 : lastSeq;
        if (ended && events.ofJobAfter(caller.userId(), jobId, after, 1).isEmpty()) {
            answer.resume(Response.noContent().build());
            return;
        }
        open(caller, new Follower.Scope(jobId, after), answer, response);
    }

    private void open(
            Identity caller,
            Follower.Scope scope,
            AsyncResponse answer,
            HttpServletResponse response)
            throws IOException {
        AtomicReference<Follower> opened = new AtomicReference<>();
        EventStreamChannel channel =
                new EventStreamChannel(
                        response.getOutputStream(),
                        () -> {
                            hub.closed(opened.get());
                            answer.resume(Response.ok().build());
                        });
        Follower follower = hub.follower(channel, caller, scope);
        opened.set(follower);
        if (!hub.add(follower)) {
            throw new RateLimitedException(REST);
        }
        try {
            writeHead(response);
            channel.start();
        } catch (RuntimeException e) {
            hub.closed(follower);
            throw e;
        }
        follower.lookForEvents();
    }

    private static void writeHead(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // nginx keeps answers back until they are complete, unless told not to.
        response.setHeader("X-Accel-Buffering", "no");
    }
}
