package studio.pingvas.web.faces.generation.workflow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.contracts.generation.WorkflowDocument;

/** What a workflow asks for, and what was given. */
class InputForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private List<InputField> fields = List.of();

    /** What was typed into inputs that are still there stays. */
    void follow(WorkflowDocument document) {
        List<InputField> asked = new ArrayList<>();
        document.inputs()
                .forEach(
                        (name, input) -> {
                            if (input != null) {
                                asked.add(new InputField(name, input));
                            }
                        });
        for (InputField field : asked) {
            fields.stream()
                    .filter(before -> before.getName().equals(field.getName()) && !before.isEmpty())
                    .forEach(before -> field.setValue(before.getValue()));
        }
        fields = asked;
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.isEmpty())
                .forEach(field -> values.put(field.getName(), field.getValue()));
        return values;
    }

    boolean asksForPictures() {
        return fields.stream().anyMatch(InputField::isImage);
    }

    List<InputField> fields() {
        return fields;
    }
}
