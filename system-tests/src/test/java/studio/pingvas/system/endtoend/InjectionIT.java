package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.PngText;
import studio.pingvas.system.client.Wanted;

/** Texts of people come back as texts, wherever they are shown; pages: see the browser stories. */
class InjectionIT {
    private static final String SCRIPT =
            "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    @Test
    void promptComesBackAsItWasSentAndNeverAsHtml() {
        Person person = EndToEnd.newcomer();
        JsonNode job = person.completed(person.order(Wanted.aPicture().of(SCRIPT)));
        String imageId = job.get("images").get(0).get("image_id").asText();

        Answer detail = person.get("images/" + imageId).with(200);

        assertThat(detail.json().get("prompt").asText()).isEqualTo(SCRIPT);
        assertThat(detail.header("Content-Type")).startsWith("application/json");
        assertThat(detail.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(PngText.of(person.picture(job, 0)).toString()).contains(SCRIPT);
    }

    @Test
    void nameOfADownloadCannotEndItsHeader() {
        Person person = EndToEnd.newcomer();
        JsonNode job = person.completed(person.order(Wanted.aPicture().of("a\r\nSet-Cookie: b=c")));
        String url = job.get("images").get(0).get("image_url").asText();

        Answer file = person.get(url + "?download=1").with(200);
        Answer injected = person.get(url + "?download=1%0D%0ASet-Cookie:%20b=c").with(200);

        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"[0-9a-f-]{36}\\.png\"");
        assertThat(injected.header("Set-Cookie")).isEmpty();
        assertThat(injected.header("Content-Disposition")).isEmpty();
    }

    @Test
    void errorsRepeatNoMarkup() {
        Answer answer = EndToEnd.client().get(null, "/api/v1/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
