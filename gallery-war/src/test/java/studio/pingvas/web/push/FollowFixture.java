package studio.pingvas.web.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import studio.pingvas.contracts.generation.FinishedJob;
import studio.pingvas.contracts.generation.JobEventView;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.RunningJob;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.platform.json.Json;

/** Jobs of one user whose events are in memory, and followers of them. */
final class FollowFixture implements JobEvents {
    static final UUID USER = UUID.randomUUID();
    static final Identity CALLER = new Identity(USER, "ann@example.test", Set.of("user"));

    final Frames frames = new Frames();
    private final List<JobEventView> recorded = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<JobView> live = new CopyOnWriteArrayList<>();

    FollowFixture() {
        frames.board = new ProgressBoard();
    }

    /** What happened to a job; its number is the next one. */
    synchronized void happened(UUID jobId, String type) {
        JobView.Status status =
                switch (type) {
                    case "queued", "dispatched" -> JobView.Status.QUEUED;
                    case "started" -> JobView.Status.PROCESSING;
                    case "failed" -> JobView.Status.FAILED;
                    default -> JobView.Status.CANCELLED;
                };
        JobView job = job(jobId, status);
        live.removeIf(known -> known.jobId().equals(jobId));
        if (!status.isFinal()) {
            live.add(job);
        }
        recorded.add(new JobEventView(recorded.size() + 1, type, Instant.EPOCH, job));
    }

    /** The newest event, as it is told to the nodes. */
    synchronized RecordedEvent newest() {
        JobEventView event = recorded.get(recorded.size() - 1);
        JobView job = event.job();
        Record frame =
                job.status().isFinal()
                        ? FinishedJob.of(job, event.seq(), null)
                        : RunningJob.started(event.seq(), job.jobId(), null, job.totalSteps(), 1.5);
        boolean known = job.status() != JobView.Status.QUEUED;
        return new RecordedEvent(
                USER,
                event.seq(),
                job.jobId(),
                event.type(),
                !event.type().equals("dispatched"),
                known ? Json.write(frame) : null);
    }

    /** An event that nobody is told of. */
    static RecordedEvent untold(UUID jobId, long seq) {
        return new RecordedEvent(USER, seq, jobId, "dispatched", false, null);
    }

    /** How often the database was asked for events. */
    int looks() {
        return looks.get();
    }

    Follower follower(FrameChannel channel, UUID jobId, long lastSeq, Executor executor) {
        return new Follower(
                channel, CALLER, new Follower.Scope(jobId, lastSeq), this, frames, executor);
    }

    static GenerationProgressed progress(UUID jobId, int step) {
        return new GenerationProgressed(
                GenerationProgressed.VERSION,
                jobId,
                USER,
                new Attempt(1, 1),
                step,
                20_000,
                1.0,
                null);
    }

    @Override
    public synchronized List<JobEventView> after(UUID userId, long seq, int limit) {
        looks.incrementAndGet();
        // The number of an event is its place.
        int newest = recorded.size();
        int oldest = (int) Math.min(seq, newest);
        return List.copyOf(recorded.subList(oldest, Math.min(oldest + limit, newest)));
    }

    @Override
    public synchronized List<JobEventView> ofJobAfter(
            UUID userId, UUID jobId, long seq, int limit) {
        looks.incrementAndGet();
        return recorded.stream()
                .filter(event -> event.seq() > seq && event.job().jobId().equals(jobId))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long lastSeq(UUID userId) {
        return recorded.size();
    }

    @Override
    public Map<UUID, Long> lastSeqs(Set<UUID> userIds) {
        return Map.of(USER, lastSeq(USER));
    }

    @Override
    public List<JobView> live(UUID userId) {
        return new ArrayList<>(live);
    }

    private static JobView job(UUID jobId, JobView.Status status) {
        JobStage stage = JobStage.upscale(null, 256, 256, 2);
        boolean failed = status == JobView.Status.FAILED;
        return new JobView(
                jobId,
                USER,
                null,
                "upscale",
                status,
                status == JobView.Status.QUEUED ? 3 : null,
                status == JobView.Status.QUEUED ? 2 : null,
                status.isFinal() ? null : 1.5,
                status.isFinal() ? null : 4.5,
                List.of(stage),
                "lanczos",
                7,
                1,
                1,
                1,
                2,
                null,
                status.isFinal() ? 2L : null,
                Instant.EPOCH,
                null,
                null,
                List.of(),
                failed ? new JobView.Failure("time-limit", "Too long.") : null,
                null,
                null);
    }
}
