package studio.pingvas.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.pingvas.launcher.client.PictureRequest;

/** Which workflow the command line asks to be run, and with what. */
final class WorkflowOptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--workflow",
            paramLabel = "FILE|ID",
            description = "Run a workflow: a JSON document, or a stored one by its id.")
    private String workflow;

    @Option(
            names = "--input",
            paramLabel = "NAME=VALUE",
            description =
                    "An input of the workflow: a text, the id of a picture, or @FILE; may be"
                            + " repeated.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    boolean isGiven() {
        if (workflow == null && !inputs.isEmpty()) {
            throw wrong("--input needs --workflow.");
        }
        return workflow != null;
    }

    PictureRequest request() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (workflow.matches(ID)) {
            body.put("workflow_id", workflow);
        } else {
            body.put("workflow", document());
        }
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Path> files = new LinkedHashMap<>();
        inputs.forEach(
                (name, value) -> {
                    if (value.startsWith("@")) {
                        files.put(name, readable(Path.of(value.substring(1))));
                    } else {
                        values.put(name, value);
                    }
                });
        body.put("inputs", values);
        return PictureRequest.workflow(body, files);
    }

    /** What a file with the result is called without its ending. */
    String name() {
        return workflow.matches(ID)
                ? "workflow"
                : Path.of(workflow).getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private JsonNode document() {
        Path file = readable(Path.of(workflow));
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw wrong("--workflow: " + file + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw wrong("--workflow: " + file + " cannot be read: " + e.getMessage());
        }
    }

    private Path readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw wrong("There is no file " + file);
        }
        return file;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
