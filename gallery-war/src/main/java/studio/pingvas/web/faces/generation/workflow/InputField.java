package studio.pingvas.web.faces.generation.workflow;

import java.io.Serializable;
import studio.pingvas.contracts.generation.WorkflowInput;

/** What somebody gives for one input of a workflow. */
public class InputField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String label;
    private final boolean image;
    private String value;

    InputField(String name, WorkflowInput input) {
        this.name = name;
        this.label = input.label() == null ? name : input.label();
        this.image = WorkflowInput.IMAGE.equals(input.type());
        this.value = input.value();
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public boolean isImage() {
        return image;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    boolean isEmpty() {
        return value == null || value.isBlank();
    }
}
