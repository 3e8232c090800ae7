package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;

/** Templates and prompt presets over HTTP, on the way to a picture. */
class LibraryIT {
    private static Person author;
    private static Person stranger;

    @BeforeAll
    static void twoPeople() {
        author = EndToEnd.newcomer();
        stranger = EndToEnd.newcomer();
    }

    @Test
    void shippedTemplateBecomesAPicture() {
        JsonNode poster = shipped("templates?category=print&lang=ko");
        assertThat(poster.get("name").asText()).isEqualTo("여행 포스터");
        String fill = "templates/" + poster.get("id").asText() + "/fill";

        JsonNode request =
                author.post(fill, "{\"fields\":{\"time\":\"at dawn\",\"weather\":\"\"}}")
                        .with(200)
                        .json();

        assertThat(request.get("prompt").asText())
                .isEqualTo("a lighthouse by the sea at dawn, flat digital illustration");
        author.post("generate/estimate", request.toString()).with(200);
        ((ObjectNode) request).put("steps", 2);
        JsonNode accepted =
                author.post("generate/text-to-image", request.toString()).with(202).json();
        author.completed(accepted.get("job_id").asText());
    }

    @Test
    void valuesThatDoNotFitAreNamed() {
        String id = shipped("templates?category=food").get("id").asText();
        Answer refused =
                author.post("templates/" + id + "/fill", "{\"fields\":{\"served\":\"cold\"}}");

        assertThat(refused.problem()).isEqualTo("400 invalid-request");
        assertThat(refused.json().get("errors").findValuesAsText("pointer"))
                .containsExactly("/fields/dish", "/fields/served");
    }

    @Test
    void publishedTemplateIsForAllUntilAnAdministratorWithdrawsIt() {
        ObjectNode cup = Person.object("name", "Cup").put("category", "product");
        cup.put("prompt", "a cup").put("visibility", "public");
        JsonNode made = author.post("templates", cup.toString()).with(201).json();
        String path = "templates/" + made.get("id").asText();
        assertThat(stranger.get(path).with(200).json().get("origin").asText()).isEqualTo("shared");
        assertThat(put(stranger, path, cup.put("version", 1)).problem()).isEqualTo("404 not-found");

        put(author, path, cup.put("name", "Mug")).with(200);
        assertThat(put(author, path, cup).problem()).isEqualTo("409 changed-meanwhile");
        assertThat(stranger.post("admin/" + path + "/withdraw", "").status()).isEqualTo(403);
        EndToEnd.admin().post("admin/" + path + "/withdraw", "").with(204);

        assertThat(stranger.get(path).problem()).isEqualTo("404 not-found");
        assertThat(put(author, path, cup.put("version", 3)).problem())
                .isEqualTo("400 invalid-request");
        author.delete(path).with(204);
        assertThat(author.get(path).problem()).isEqualTo("404 not-found");
    }

    @Test
    void presetsAreAppliedExportedAndImported() {
        String style = shipped("prompt-presets?q=watercolor").get("id").asText();
        assertThat(
                        author.post("prompt-presets/" + style + "/apply", "{\"prompt\":\"a cup\"}")
                                .with(200)
                                .json()
                                .get("prompt")
                                .asText())
                .startsWith("a cup, watercolor painting");
        author.post("prompt-presets", "{\"name\":\"Fog\",\"prompt\":\"in fog\"}").with(201);

        String file = author.get("prompt-presets/export").with(200).json().toString();

        JsonNode done = stranger.post("prompt-presets/import", file).with(200).json();
        assertThat(done.get("imported").asInt()).isEqualTo(1);
        assertThat(stranger.get("prompt-presets?origin=own").with(200).json().get("items"))
                .hasSize(1);
    }

    @Test
    void sizesAreFittedToTheModel() {
        JsonNode sizes = author.get("size-presets").with(200).json().get("items");

        assertThat(sizes.findValuesAsText("id")).contains("square", "wide", "facebook-cover");
        assertThat(sizes.get(0).get("painted_width").asInt()).isPositive();
    }

    private static JsonNode shipped(String list) {
        return author.get(list + "&origin=shipped").with(200).json().get("items").get(0);
    }

    private static Answer put(Person person, String path, JsonNode body) {
        return person.client()
                .send(
                        person.client()
                                .request(person.token(), path)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body.toString())));
    }
}
