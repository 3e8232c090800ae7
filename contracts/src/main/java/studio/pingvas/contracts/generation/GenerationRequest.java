package studio.pingvas.contracts.generation;

/** What a user asks for. Null means a default, unless a field says otherwise. */
public sealed interface GenerationRequest permits Painting, Upscale, Workflow {
    /** Its name in the API and of the job, for example {@code text-to-image}. */
    String kind();

    /** Where the end of the job is reported to (see {@link JobWebhooks}); null for nowhere. */
    String webhookUrl();
}
