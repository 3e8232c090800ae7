package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** How a job ends, and who has decided that. It never changes. */
@Embeddable
class Decision {
    @Enumerated(EnumType.STRING)
    private JobStatus outcome;

    @Column(name = "outcome_at")
    private Instant at;

    // Not embedded: each further part makes reading a job slower.
    @Column(name = "outcome_actor")
    private String actorKind;

    @Column(name = "outcome_actor_id")
    private String actorId;

    protected Decision() {}

    Decision(JobStatus outcome, Actor actor, Instant now) {
        this.outcome = outcome;
        this.at = now;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
    }

    JobStatus outcome() {
        return outcome;
    }

    /** Decisions of the first releases do not name anybody. */
    Actor actor() {
        return actorKind == null ? Actor.SYSTEM : new Actor(actorKind, actorId);
    }
}
