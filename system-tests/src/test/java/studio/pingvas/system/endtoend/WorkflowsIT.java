package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Form;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.PngText;
import studio.pingvas.system.client.Pngs;

/** Steps that name each other's pictures, kept and run. */
class WorkflowsIT {
    /** A part of one painting is painted anew where the mask is white; two steps use "base". */
    private static final String BRANCHES =
            """
            {"inputs": {"mask_file": {"type": "image"}, "subject": {"type": "text", "value": "a cat"}},
             "steps": [
               {"name": "large", "kind": "upscale", "image": "merged", "scale": 2},
               {"name": "merged", "kind": "inpaint", "image": "base", "mask": "mask_file",
                "prompt": "{subject} in snow", "strength": 0.5, "steps": 4},
               {"name": "base", "kind": "text-to-image", "prompt": "{subject}", "steps": 4}],
             "output": "large"}
            """;

    @Test
    void storedWorkflowWithBranchesIsRunWithFilesAndTexts() {
        Person author = EndToEnd.newcomer();
        Person reader = EndToEnd.newcomer();
        JsonNode stored =
                author.post(
                                "workflows",
                                "{\"name\":\"Cats\",\"visibility\":\"public\",\"workflow\":"
                                        + BRANCHES
                                        + "}")
                        .with(201)
                        .json();
        String body =
                "{\"workflow_id\":%s,\"inputs\":{\"subject\":\"a red house\"}}"
                        .formatted(stored.get("id"));
        Form form = Form.with("request", body).and("mask_file", Pngs.maskOfLeftHalf(128, 128));

        JsonNode job =
                reader.completed(
                        reader.submit("workflow", form).with(202).json().get("job_id").asText());

        assertThat(job.get("workflow_id")).isEqualTo(stored.get("id"));
        assertThat(job.get("workflow_version").asInt()).isEqualTo(1);
        assertThat(job.at("/stages/0/name").asText()).isEqualTo("base");
        assertThat(job.at("/stages/0/prompt").asText()).isEqualTo("a red house");
        assertThat(job.at("/stages/1/prompt").asText()).isEqualTo("a red house in snow");
        assertThat(job.at("/stages/2/image_stage").asInt()).isEqualTo(1);
        assertThat(job.get("progress").asInt()).isEqualTo(100);
        BufferedImage picture = PngText.decoded(reader.picture(job, 0));
        assertThat(picture.getWidth()).isEqualTo(256);
        assertThat(job.get("credits_used")).isEqualTo(job.get("estimated_credits"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsHeld() {
        Person person = EndToEnd.newcomer();
        String wrong =
                """
                {"workflow": {"steps": [
                   {"name": "a", "kind": "text-to-image", "prompt": "{who}", "scale": 2},
                   {"name": "b", "kind": "image-to-image", "image": "c", "strength": 7},
                   {"name": "c", "kind": "image-to-image", "image": "b"},
                   {"name": "c", "kind": "upscale", "image": "nowhere", "scale": 3}]},
                 "inputs": {"photo": "x"}}
                """;

        Answer refused = person.submit("workflow", wrong);

        List<String> pointers = new ArrayList<>();
        refused.with(400)
                .json()
                .get("errors")
                .forEach(e -> pointers.add(e.at("/pointer").asText()));
        assertThat(pointers)
                .contains(
                        "/workflow/steps/0/scale",
                        "/workflow/steps/1/strength",
                        "/workflow/steps/1/image",
                        "/workflow/steps/3/name",
                        "/workflow/steps/3/image",
                        "/workflow/steps/3/scale",
                        "/inputs/photo");
        assertThat(person.balance().get("held").asLong()).isZero();
    }
}
