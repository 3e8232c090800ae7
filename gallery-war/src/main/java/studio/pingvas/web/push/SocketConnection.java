package studio.pingvas.web.push;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobEventView;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.user.Identity;

/**
 * One socket of a user. One frame is on its way at a time; meanwhile events wait in the database
 * and progress is replaced by newer progress, so a slow client costs no memory and misses no event.
 */
final class SocketConnection {
    private static final Logger LOG = System.getLogger(SocketConnection.class.getName());
    private static final int BATCH = 50;

    private final Session session;
    private final UUID userId;
    private final UUID signIn;
    private final UUID apiKey;
    private final GenerationJobs jobs;
    private final Frames frames;
    private final Executor executor;

    private final Map<UUID, GenerationProgressed> progress = new LinkedHashMap<>();
    private boolean eventsDue = true;
    private boolean snapshotsDue = true;
    private boolean sending;

    /** Number of the last event that was sent; only the sender touches it and what is ready. */
    private long seq;

    private final Deque<String> ready = new ArrayDeque<>();

    SocketConnection(
            Session session,
            Identity caller,
            long lastSeq,
            GenerationJobs jobs,
            Frames frames,
            Executor executor) {
        this.session = session;
        this.userId = caller.userId();
        this.signIn = caller.sessionId();
        this.apiKey = caller.apiKey() == null ? null : caller.apiKey().keyId();
        this.seq = lastSeq;
        this.jobs = jobs;
        this.frames = frames;
        this.executor = executor;
    }

    UUID userId() {
        return userId;
    }

    /** The session that the socket was opened in; empty for callers without one. */
    Optional<UUID> signIn() {
        return Optional.ofNullable(signIn);
    }

    /** The API key that the socket was opened with; empty for people. */
    Optional<UUID> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    /** There may be events that this socket has not sent. */
    void lookForEvents() {
        synchronized (this) {
            eventsDue = true;
        }
        send();
    }

    void progressed(GenerationProgressed newest) {
        synchronized (this) {
            progress.put(newest.jobId(), newest);
        }
        send();
    }

    /** Keeps proxies from closing a quiet connection, and finds out about dead ones. */
    void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException e) {
            close(CloseCodes.GOING_AWAY, "unreachable");
        }
    }

    void close(CloseCodes code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it could be closed", e);
        }
    }

    private void send() {
        synchronized (this) {
            if (sending) {
                return;
            }
            sending = true;
        }
        executor.execute(this::sendNext);
    }

    private void sendNext() {
        try {
            String frame = nextFrame();
            if (frame != null) {
                session.getAsyncRemote().sendText(frame, this::sent);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A socket is closed, because a frame cannot be made", e);
            close(CloseCodes.UNEXPECTED_CONDITION, "try again");
        }
    }

    private void sent(SendResult result) {
        if (result.isOK()) {
            executor.execute(this::sendNext);
        } else {
            close(CloseCodes.GOING_AWAY, "unreachable");
        }
    }

    /** Events first, then snapshots, then progress; null when nothing is left to send. */
    private String nextFrame() {
        while (true) {
            if (!ready.isEmpty()) {
                return ready.poll();
            }
            boolean lookForEvents;
            boolean lookForJobs = false;
            synchronized (this) {
                lookForEvents = eventsDue;
                if (!lookForEvents) {
                    lookForJobs = snapshotsDue;
                    snapshotsDue = false;
                    if (!lookForJobs) {
                        return progressFrameOrRest();
                    }
                }
                eventsDue = false;
            }
            if (lookForEvents) {
                readEvents();
            } else {
                readSnapshots();
            }
        }
    }

    private String progressFrameOrRest() {
        Iterator<GenerationProgressed> waiting = progress.values().iterator();
        if (!waiting.hasNext()) {
            sending = false;
            return null;
        }
        GenerationProgressed newest = waiting.next();
        waiting.remove();
        return frames.of(newest, seq);
    }

    private void readEvents() {
        List<JobEventView> events = jobs.eventsAfter(userId, seq, BATCH);
        for (JobEventView event : events) {
            frames.of(event).ifPresent(ready::add);
            seq = event.seq();
        }
        if (events.size() == BATCH) {
            synchronized (this) {
                eventsDue = true;
            }
        }
    }

    private void readSnapshots() {
        for (JobView job : jobs.live(userId)) {
            ready.add(frames.snapshot(job, seq));
        }
    }
}
