package studio.pingvas.generation.story;

import studio.pingvas.contracts.generation.JobStoryEntry;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;
import studio.pingvas.generation.jobs.entity.JobEventType;

/** How what is known of a job is told. */
final class StoryEntries {
    private StoryEntries() {}

    static JobStoryEntry quoted(GenerationJob job) {
        Eta told = job.told().eta();
        return new JobStoryEntry(
                "quoted",
                job.createdAt(),
                "price and time of the request",
                "system",
                null,
                null,
                null,
                job.terms().quote().credits(),
                null,
                told == null ? null : told.p50(),
                told == null ? null : told.p90());
    }

    static JobStoryEntry held(GenerationJob job) {
        return new JobStoryEntry(
                "held",
                job.createdAt(),
                "credits set aside",
                "system",
                null,
                null,
                null,
                job.terms().quote().credits(),
                null,
                null,
                null);
    }

    static JobStoryEntry of(JobEvent event) {
        boolean started = event.attempt() != null && event.attempt() > 0;
        return new JobStoryEntry(
                typeOf(event),
                event.createdAt(),
                event.reason(),
                event.actor().kind(),
                started ? event.worker() : null,
                started ? event.attempt() : null,
                event.position(),
                null,
                null,
                null,
                null);
    }

    static JobStoryEntry settled(GenerationJob job) {
        Long charged = job.ending().creditsUsed();
        long used = charged == null ? 0 : charged;
        return new JobStoryEntry(
                "settled",
                job.ending().finishedAt(),
                used > 0 ? "charged for what was used" : "credits given back",
                "system",
                null,
                null,
                null,
                used,
                job.terms().quote().credits() - used,
                null,
                null);
    }

    /** What waits again has been sent before. */
    private static String typeOf(JobEvent event) {
        boolean again = event.dispatch() != null && event.dispatch() > 0;
        return again && event.type().equals(JobEventType.QUEUED.key()) ? "requeued" : event.type();
    }
}
