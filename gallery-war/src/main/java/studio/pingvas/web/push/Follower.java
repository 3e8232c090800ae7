package studio.pingvas.web.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.pingvas.contracts.generation.JobEventView;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.web.push.FrameChannel.Ending;

/**
 * Somebody who follows jobs of a user over a channel. One frame is on its way at a time; meanwhile
 * what happens waits in a short backlog, and events in the database, too: so a slow client costs
 * little memory and misses no event. The database is asked only where an event is missing before
 * one that was heard of.
 */
final class Follower {
    private static final Logger LOG = System.getLogger(Follower.class.getName());
    private static final int BATCH = 50;

    /**
     * What is followed.
     *
     * @param jobId null for all jobs of the caller
     * @param lastSeq the events after it are sent first
     */
    record Scope(UUID jobId, long lastSeq) {}

    private final FrameChannel channel;
    private final Identity caller;
    private final UUID jobId;
    private final JobEvents events;
    private final Frames frames;
    private final Executor looks;

    private final Backlog backlog = new Backlog();
    private boolean sending;

    /**
     * The events up to this number have been told, or need not be; only the sender touches it and
     * what is below.
     */
    private long seq;

    private boolean snapshotsDue = true;
    private final Deque<Frame> ready = new ArrayDeque<>();

    /**
     * @param looks for questions to the database; everything else is done by whoever has news
     */
    Follower(
            FrameChannel channel,
            Identity caller,
            Scope scope,
            JobEvents events,
            Frames frames,
            Executor looks) {
        this.channel = channel;
        this.caller = caller;
        this.jobId = scope.jobId();
        this.seq = scope.lastSeq();
        this.events = events;
        this.frames = frames;
        this.looks = looks;
    }

    UUID userId() {
        return caller.userId();
    }

    /** The session that the channel was opened in; empty for callers without one. */
    Optional<UUID> signIn() {
        return Optional.ofNullable(caller.sessionId());
    }

    /** The API key that the channel was opened with; empty for people. */
    Optional<UUID> apiKey() {
        return Optional.ofNullable(caller.apiKey()).map(key -> key.keyId());
    }

    /** There may be events that this follower has not been sent. */
    void lookForEvents() {
        catchUp(Due.Look.UNKNOWN);
    }

    /**
     * Looks for events, unless the follower has been sent all.
     *
     * @param newest number of the user's newest event
     */
    void catchUp(long newest) {
        synchronized (this) {
            backlog.lookForEvents(newest);
        }
        send();
    }

    /** A job of the user has changed. */
    void happened(RecordedEvent event) {
        synchronized (this) {
            backlog.add(event);
        }
        send();
    }

    void progressed(GenerationProgressed progress) {
        if (jobId != null && !jobId.equals(progress.jobId())) {
            return;
        }
        synchronized (this) {
            backlog.add(progress);
        }
        send();
    }

    boolean isReachable() {
        return channel.isOpen();
    }

    void ping() {
        channel.ping();
    }

    void close(Ending ending, String reason) {
        channel.close(ending, reason);
    }

    /** How much it keeps in memory. */
    synchronized int waiting() {
        return backlog.size();
    }

    private void send() {
        synchronized (this) {
            if (sending) {
                return;
            }
            sending = true;
        }
        sendDue();
    }

    /** Sends what is due, in this thread as long as nothing has to be waited for. */
    private void sendDue() {
        try {
            Frame frame = nextFrame();
            while (frame != null && isTakenAtOnce(frame)) {
                frame = isLast(frame) ? null : nextFrame();
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** If the client takes the frame later, another thread goes on then. */
    private boolean isTakenAtOnce(Frame frame) {
        AtomicBoolean met = new AtomicBoolean();
        channel.send(
                frame,
                () -> {
                    if (met.getAndSet(true)) {
                        // Not in the channel's thread, which holds the channel's locks.
                        looks.execute(() -> goOnAfter(frame));
                    }
                });
        return met.getAndSet(true);
    }

    private void goOnAfter(Frame frame) {
        if (!isLast(frame)) {
            sendDue();
        }
    }

    private boolean isLast(Frame frame) {
        boolean last = jobId != null && frame.isFinal();
        if (last) {
            channel.close(Ending.DONE, "the job has ended");
        }
        return last;
    }

    /** Null when nothing is left to send, or the database is asked first. */
    private Frame nextFrame() {
        while (ready.isEmpty()) {
            Due next;
            synchronized (this) {
                if (backlog.isEmpty()) {
                    sending = false;
                    return null;
                }
                next = backlog.next();
            }
            if (next instanceof Due.Step step) {
                return frames.of(step.progress(), seq);
            }
            if (next instanceof Due.Event due && isNext(due.event())) {
                tell(due.event());
            } else if (snapshotsDue || isNews(upTo(next))) {
                looks.execute(() -> look(upTo(next)));
                return null;
            }
        }
        return ready.remove();
    }

    /** Whether all is known of the event, and none is missing before it. */
    private boolean isNext(RecordedEvent event) {
        return event.seq() <= seq
                || event.seq() == seq + 1 && (event.frame() != null || !concerns(event));
    }

    private boolean concerns(RecordedEvent event) {
        return event.told() && (jobId == null || jobId.equals(event.jobId()));
    }

    private void tell(RecordedEvent event) {
        if (event.seq() <= seq) {
            return;
        }
        seq = event.seq();
        if (concerns(event)) {
            if (event.type().equals(Frames.STARTED)) {
                forgetProgressOf(event.jobId());
            }
            add(frames.of(event));
        }
    }

    private boolean isNews(long upTo) {
        return upTo == Due.Look.UNKNOWN || upTo > seq;
    }

    private static long upTo(Due next) {
        return next instanceof Due.Event due ? due.event().seq() : ((Due.Look) next).upTo();
    }

    private void look(long upTo) {
        try {
            readEvents(upTo);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        sendDue();
    }

    private void fail(RuntimeException failure) {
        LOG.log(Level.WARNING, "A channel is closed, because a frame cannot be made", failure);
        channel.close(Ending.FAULT, "try again");
    }

    /**
     * @param upTo events up to this number are there
     */
    private void readEvents(long upTo) {
        List<JobEventView> found =
                jobId == null
                        ? events.after(userId(), seq, BATCH)
                        : events.ofJobAfter(userId(), jobId, seq, BATCH);
        for (JobEventView event : found) {
            seq = event.seq();
            if (event.type().equals(Frames.STARTED)) {
                forgetProgressOf(event.job().jobId());
            }
            frames.of(event).ifPresent(this::add);
        }
        if (found.size() == BATCH) {
            synchronized (this) {
                backlog.lookForEvents(upTo);
            }
            return;
        }
        seq = Math.max(seq, upTo);
        if (snapshotsDue) {
            snapshotsDue = false;
            readSnapshots();
        }
    }

    private void add(Frame frame) {
        ready.add(frame);
        if (frame.isFinal()) {
            synchronized (this) {
                backlog.ended(frame.jobId());
            }
        }
    }

    /** The frame of its start shows the newest. */
    private synchronized void forgetProgressOf(UUID job) {
        backlog.started(job);
    }

    /** How the jobs stand that nothing has happened to since: the last events tell it no more. */
    private void readSnapshots() {
        for (JobView job : events.live(userId())) {
            if (jobId == null || jobId.equals(job.jobId())) {
                ready.add(frames.snapshot(job, seq));
            }
        }
    }
}
