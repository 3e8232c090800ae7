package studio.pingvas.contracts.generation;

/**
 * Something that a workflow asks for when it is run.
 *
 * @param type {@link #TEXT} or {@link #IMAGE}
 * @param value of a text that nobody gives; null if one must be given, as for every picture
 * @param label what a form calls it, up to 100 characters; null for its name
 */
public record WorkflowInput(String type, String value, String label) {
    /** Fills {@code {name}} in the prompts. */
    public static final String TEXT = "text";

    /** A picture of the gallery, or one that comes with the request. */
    public static final String IMAGE = "image";
}
