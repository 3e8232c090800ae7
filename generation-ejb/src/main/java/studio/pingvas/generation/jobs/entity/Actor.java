package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Who did something to a job: its owner, the server by itself, a worker or an administrator. */
@Embeddable
public class Actor {
    public static final Actor SYSTEM = new Actor("system", null);

    @Column(name = "actor")
    private String kind;

    @Column(name = "actor_id")
    private String id;

    protected Actor() {}

    Actor(String kind, String id) {
        this.kind = kind;
        this.id = id;
    }

    public static Actor user(UUID userId) {
        return new Actor("user", userId.toString());
    }

    /**
     * @param name of the process, or null if it is not known
     */
    public static Actor worker(String name) {
        return new Actor("worker", name);
    }

    public static Actor admin(UUID userId) {
        return new Actor("admin", userId.toString());
    }

    /** {@code user}, {@code system}, {@code worker} or {@code admin}. */
    public String kind() {
        return kind;
    }

    /** Id of the person, name of the worker, or null. */
    public String id() {
        return id;
    }
}
