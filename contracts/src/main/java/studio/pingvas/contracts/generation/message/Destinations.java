package studio.pingvas.contracts.generation.message;

/** Names of the broker's addresses, as {@code artemis/} creates them, and of message headers. */
public final class Destinations {
    /** Queue: {@link GenerateImage}, JMS priority by tier. */
    public static final String REQUESTS = "generation.requests";

    /**
     * Queue, durable: {@link GenerationFinished}, {@link GenerationFailed}, {@link
     * GenerationPostponed}; and {@link GenerationStarted}, which is lost with the broker, as the
     * attempt is that it tells of.
     */
    public static final String RESULTS = "generation.results";

    /** Topic, non-durable: {@link GenerationProgressed}, {@link WorkerHeartbeat}. */
    public static final String PROGRESS = "generation.progress";

    /** Topic, non-durable: {@link JobEventsRecorded}. */
    public static final String EVENTS = "generation.events";

    /**
     * Topic, non-durable: {@link CancelGeneration}, {@link DrainWorker}, {@link PauseWorker},
     * {@link ResumeWorker}, {@link ReloadModels}.
     */
    public static final String CONTROL = "generation.control";

    /** Queue of the messages that were delivered too often. */
    public static final String DEAD_LETTERS = "DLQ";

    /**
     * String property: the simple name of the message record, for example {@code GenerateImage}.
     */
    public static final String TYPE = "messageType";

    /** String property: the job, so that a waiting message can be found by a selector. */
    public static final String JOB_ID = "jobId";

    /** String property of {@link JobEventsRecorded}: the node that has done what it tells of. */
    public static final String NODE = "node";

    /** Artemis drops a second message with the same value of this string property. */
    public static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private Destinations() {}
}
