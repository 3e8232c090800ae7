package studio.pingvas.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody who has an account and is signed in. */
public final class Person {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final StudioClient client;
    private final String email;
    private final String password;
    private final String token;

    private Person(StudioClient client, String email, String password) {
        this.client = client;
        this.email = email;
        this.password = password;
        this.token = login(client, email, password).with(200).json().get("access_token").asText();
    }

    private Person(Person same, URI url) {
        client = new StudioClient(url);
        email = same.email;
        password = same.password;
        token = same.token;
    }

    /** Somebody nobody has seen before. */
    public static Person registeredAt(URI url) {
        StudioClient client = new StudioClient(url);
        String email = "person-" + UUID.randomUUID() + "@example.org";
        String password = "correct horse " + UUID.randomUUID();
        client.post(
                        null,
                        "auth/register",
                        object("email", email)
                                .put("password", password)
                                .put("display_name", "Person")
                                .toString())
                .with(201);
        return new Person(client, email, password);
    }

    public static Person knownAt(URI url, String email, String password) {
        return new Person(new StudioClient(url), email, password);
    }

    /** The same person, in the same session, at another node. */
    public Person at(URI url) {
        return new Person(this, url);
    }

    public static Answer login(StudioClient client, String email, String password) {
        return client.post(
                null, "auth/login", object("email", email).put("password", password).toString());
    }

    public static ObjectNode object(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    public String email() {
        return email;
    }

    public String password() {
        return password;
    }

    public String token() {
        return token;
    }

    public StudioClient client() {
        return client;
    }

    public UUID id() {
        return UUID.fromString(get("users/me").with(200).json().get("id").asText());
    }

    public Answer get(String path) {
        return client.get(token, path);
    }

    public Answer delete(String path) {
        return client.delete(token, path);
    }

    public Answer post(String path, String json) {
        return client.post(token, path, json);
    }

    public Answer submit(Wanted wanted) {
        return post("generate/text-to-image", wanted.json());
    }

    public Answer submit(Wanted wanted, String idempotencyKey) {
        return post("generate/text-to-image", wanted.json(), idempotencyKey);
    }

    public Answer post(String path, String json, String idempotencyKey) {
        return client.send(
                client.request(token, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Asks for pictures of any kind, with files beside the words. */
    public Answer submit(String kind, Form form) {
        return submit(kind, form, UUID.randomUUID().toString());
    }

    public Answer submit(String kind, Form form, String idempotencyKey) {
        return client.send(
                client.request(token, "generate/" + kind)
                        .header("Content-Type", Form.contentType())
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())));
    }

    public Answer submit(String kind, String json) {
        return post("generate/" + kind, json);
    }

    /** The id of a job that was accepted. */
    public String order(Wanted wanted) {
        return submit(wanted).with(202).json().get("job_id").asText();
    }

    public JsonNode job(String jobId) {
        return get("queue/items/" + jobId).with(200).json();
    }

    /** The job once it has ended, however it did. */
    public JsonNode ended(String jobId) {
        return Eventually.get(
                PATIENCE,
                "end of job " + jobId,
                () -> job(jobId),
                job -> List.of("completed", "failed", "cancelled").contains(status(job)));
    }

    /** The job once it is completed; an error if it ended otherwise. */
    public JsonNode completed(String jobId) {
        JsonNode job = ended(jobId);
        if (!status(job).equals("completed")) {
            throw new AssertionError("Job did not complete: " + job);
        }
        return job;
    }

    /** The PNG of picture i of a completed job. */
    public byte[] picture(JsonNode job, int i) {
        return get(job.get("images").get(i).get("image_url").asText()).with(200).bytes();
    }

    public JsonNode balance() {
        return get("credits/balance").with(200).json();
    }

    /** The whole history of credits, newest first. */
    public List<JsonNode> history() {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("credits/history?limit=10" + cursor).with(200).json();
            page.get("items").forEach(entries::add);
            cursor =
                    page.hasNonNull("next_cursor")
                            ? "&cursor=" + page.get("next_cursor").asText()
                            : null;
        } while (cursor != null);
        return entries;
    }

    public JsonNode images() {
        return get("images?limit=100").with(200).json().get("items");
    }

    /** A socket that is open, with the Bearer token in its handshake. */
    public SocketRecording socket(String query) {
        return SocketRecording.open(
                client,
                "me" + query,
                request -> request.header("Authorization", "Bearer " + token));
    }

    public static String status(JsonNode job) {
        return job.get("status").asText();
    }
}
