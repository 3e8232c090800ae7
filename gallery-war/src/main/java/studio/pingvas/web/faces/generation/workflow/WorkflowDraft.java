package studio.pingvas.web.faces.generation.workflow;

import java.io.Serializable;
import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowContent;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.Visibility;

/** A workflow as it stands in the editor. */
public class WorkflowDraft implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String EXAMPLE =
            """
            {
              "inputs" : {
                "subject" : { "type" : "text", "value" : "a cat" }
              },
              "steps" : [
                { "name" : "base", "kind" : "text-to-image", "prompt" : "{subject} in snow" },
                { "name" : "large", "kind" : "upscale", "image" : "base", "scale" : 2 }
              ],
              "output" : "large"
            }\
            """;

    private UUID id;
    private boolean own;
    private int version;
    private Integer revision;
    private String stored;
    private String name = "";
    private String description = "";
    private boolean published;
    private String note;
    private String text = EXAMPLE;

    void take(WorkflowView workflow) {
        id = workflow.listing().id();
        own = workflow.listing().origin() == Origin.OWN;
        version = workflow.version();
        revision = workflow.listing().version();
        name = workflow.name();
        description = workflow.description();
        published = workflow.listing().visibility() == Visibility.PUBLIC;
        note = null;
        text = DocumentText.of(workflow.workflow());
        stored = text;
    }

    /** Nobody's yet, so that it can be kept as one's own. */
    void becomeNew() {
        id = null;
        own = false;
        published = false;
        stored = null;
    }

    WorkflowContent content() {
        return new WorkflowContent(name, description, DocumentText.read(text), note);
    }

    /** Whether it is, word for word, what is stored. */
    boolean isAsStored() {
        return id != null && text.equals(stored);
    }

    UUID id() {
        return id;
    }

    Integer revision() {
        return revision;
    }

    public boolean isOwn() {
        return own;
    }

    /** Whether it is not kept yet. */
    public boolean isFresh() {
        return id == null;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public boolean isPublished() {
        return published;
    }

    public void setPublished(boolean published) {
        this.published = published;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getText() {
        return text;
    }

    /** Browsers send other line breaks than they were given. */
    public void setText(String text) {
        this.text = text == null ? "" : text.replace("\r\n", "\n");
    }
}
