package studio.pingvas.generation.jobs.graph;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.Sentence;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.generation.inputs.Uploads;
import studio.pingvas.generation.jobs.control.Violations;

/** The inputs of a workflow with what is given for them, and which of them are used. */
final class InputValues {
    private final Map<String, WorkflowInput> inputs;
    private final Given given;
    private final Set<String> used = new HashSet<>();
    private final Violations violations;

    /**
     * @param given null while the workflow is only written: everything is taken to be given
     * @param violations of the values
     */
    InputValues(Map<String, WorkflowInput> inputs, Given given, Violations violations) {
        this.inputs = inputs;
        this.given = given;
        this.violations = violations;
    }

    boolean has(String name) {
        return inputs.containsKey(name);
    }

    boolean isImage(String name) {
        WorkflowInput input = inputs.get(name);
        return input != null && WorkflowInput.IMAGE.equals(input.type());
    }

    /** Whether a step has asked for an input, or for a file that came with the request. */
    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** The picture that is given for an input. */
    PictureSource picture(String name) {
        boolean first = used.add(name);
        if (given == null) {
            return new PictureSource.Unknown();
        }
        String value = given.values().get(name);
        if ((value == null) != given.files().contains(name)) {
            reportIf(first, name, Uploads.expected(name, value != null));
            return new PictureSource.Unknown();
        }
        return value == null ? new PictureSource.Uploaded(name) : ofGallery(name, value, first);
    }

    private PictureSource ofGallery(String name, String value, boolean first) {
        try {
            return new PictureSource.OfGallery(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            reportIf(
                    first,
                    name,
                    Sentence.of("The id of a picture of your gallery is expected here."));
            return new PictureSource.Unknown();
        }
    }

    /**
     * The picture of a step that names no other step and no input.
     *
     * @param field {@code image} or {@code mask}
     * @param imageId of the gallery, or null
     */
    PictureSource pictureOfItsOwn(String field, UUID imageId, Violations ofStep) {
        used.add(field);
        if (given == null) {
            ofStep.add(
                    "/" + field + (imageId == null ? "" : "_id"),
                    "Name a step, or an input that is a picture; a stored workflow has none of its"
                            + " own.");
            return new PictureSource.Unknown();
        }
        if ((imageId == null) != given.files().contains(field)) {
            ofStep.add("/" + field + "_id", Uploads.expected(field, imageId != null));
            return new PictureSource.Unknown();
        }
        return imageId == null
                ? new PictureSource.Uploaded(field)
                : new PictureSource.OfGallery(imageId);
    }

    /**
     * The text with its inputs filled in.
     *
     * @param pointer of the text
     */
    String fill(String text, String pointer, Violations ofStep) {
        if (text == null || inputs.isEmpty()) {
            return text;
        }
        return new PromptPattern(text).filledWith(name -> textOf(name, pointer, ofStep));
    }

    private String textOf(String name, String pointer, Violations ofStep) {
        if (!has(name) || isImage(name)) {
            ofStep.add(pointer, "There is no text input \"{0}\".", name);
            return name;
        }
        boolean first = used.add(name);
        String value = given == null ? null : given.values().get(name);
        if (value == null) {
            value = inputs.get(name).value();
        }
        if (value == null && given != null) {
            reportIf(first, name, Sentence.of("Say what \"{0}\" is.", name));
        }
        // Its name stands for a value that is missing, so that no prompt seems to be empty besides.
        return value == null ? name : value;
    }

    private void reportIf(boolean first, String name, Sentence sentence) {
        if (first) {
            violations.add("/" + name, sentence);
        }
    }

    /**
     * What comes with a request.
     *
     * @param values by the names of their inputs
     * @param files names of the files
     */
    record Given(Map<String, String> values, Set<String> files) {}
}
