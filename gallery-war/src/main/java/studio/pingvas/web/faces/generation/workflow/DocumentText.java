package studio.pingvas.web.faces.generation.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.platform.json.Json;
import studio.pingvas.web.rest.JsonFault;

/** Documents of workflows as people read and write them. */
final class DocumentText {
    private static final ObjectWriter PRETTY = Json.strictMapper().writerWithDefaultPrettyPrinter();

    private DocumentText() {}

    static String of(WorkflowDocument document) {
        try {
            return PRETTY.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document that was read cannot be written", e);
        }
    }

    /**
     * @throws InvalidRequestException if it is no document
     */
    static WorkflowDocument read(String text) {
        try {
            WorkflowDocument document =
                    Json.strictMapper().readValue(text == null ? "" : text, WorkflowDocument.class);
            if (document == null) {
                throw new InvalidRequestException("", "A JSON object is expected here.");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        }
    }
}
