package studio.pingvas.system.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

/** One of everything that has an id, and the addresses under which its owner finds it. */
final class ThingsOfSomebody {
    /** Parts of routes whose ids name what belongs to nobody. */
    private static final Set<String> SHARED = Set.of("/models/", "{provider}");

    private static final String A_TEMPLATE =
            "{\"name\":\"A cup\",\"category\":\"product\",\"prompt\":\"a cup\"}";

    private static final String A_PRESET = "{\"name\":\"Fog\",\"prompt\":\"in fog\"}";

    private static final String A_WORKFLOW =
            "{\"name\":\"A cup\",\"workflow\":{\"steps\":[{\"kind\":\"text-to-image\","
                    + "\"prompt\":\"a cup\"}]}}";

    private final Person owner;
    private final Map<String, String> idByPrefix = new LinkedHashMap<>();
    private String readerKey;

    private ThingsOfSomebody(Person owner) {
        this.owner = owner;
    }

    static ThingsOfSomebody made() {
        ThingsOfSomebody things = new ThingsOfSomebody(EndToEnd.verifiedNewcomer());
        things.makeAll();
        return things;
    }

    private void makeAll() {
        String jobId = owner.order(Wanted.aPicture());
        JsonNode job = owner.completed(jobId);
        idByPrefix.put("/queue/items/", jobId);
        idByPrefix.put("/tasks/", jobId);
        idByPrefix.put("/queue/batches/", makeBatch());
        String imageId = job.get("images").get(0).get("image_id").asText();
        idByPrefix.put("/images/", imageId);
        idByPrefix.put("/gallery/images/", imageId);
        idByPrefix.put("/users/me/sessions/", firstIdOf("users/me/sessions"));
        idByPrefix.put("/users/me/api-keys/", makeKey());
        idByPrefix.put("/users/me/identities/", linkIdentity());
        idByPrefix.put("/templates/", make("templates", A_TEMPLATE));
        idByPrefix.put("/prompt-presets/", make("prompt-presets", A_PRESET));
        idByPrefix.put("/workflows/", make("workflows", A_WORKFLOW));
        String invoiceId = payInvoice();
        idByPrefix.put("/invoices/", invoiceId);
        idByPrefix.put("/payments/history/", invoiceId);
    }

    private String firstIdOf(String list) {
        return owner.get(list).with(200).json().get("items").get(0).get("id").asText();
    }

    private String makeBatch() {
        return owner.post("generate/batch", "{\"request\":{\"steps\":1},\"prompts\":[\"a fox\"]}")
                .with(202)
                .json()
                .get("batch_id")
                .asText();
    }

    private String makeKey() {
        JsonNode issued =
                owner.post("users/me/api-keys", "{\"name\":\"Reader\",\"scopes\":[\"read\"]}")
                        .with(201)
                        .json();
        readerKey = issued.get("secret").asText();
        return issued.get("key").get("id").asText();
    }

    private String make(String list, String json) {
        return owner.post(list, json).with(201).json().get("id").asText();
    }

    private String linkIdentity() {
        return Database.column(
                        "users",
                        "INSERT INTO users.linked_identity"
                                + " (id, account_id, issuer, subject, provider)"
                                + " VALUES (?, ?, 'https://issuer.example', ?, 'google')"
                                + " RETURNING id",
                        UUID.randomUUID(),
                        owner.id(),
                        owner.email())
                .get(0);
    }

    private String payInvoice() {
        return Database.column(
                        "postgres",
                        "INSERT INTO payments.invoice (id, user_id, source, source_id, description,"
                            + " currency, total_cents, refunded_cents, status, created_at,"
                            + " source_updated_at) VALUES (?, ?, 'ls_order', ?, 'A test', 'USD', 0,"
                            + " 0, 'paid', now(), now()) RETURNING id",
                        UUID.randomUUID(),
                        owner.id(),
                        Long.toString(System.nanoTime()))
                .get(0);
    }

    /** A key of the owner that may read and nothing else. */
    String readerKey() {
        return readerKey;
    }

    /** The route with the ids of the owner's things in place of its parameters. */
    String addressOf(Route route) {
        if (!route.hasId()) {
            return route.path().substring(1);
        }
        String id = route.isForAdmins() || isSharedByAll(route) ? anyId() : ownIdFor(route);
        return route.path().substring(1).replaceAll("\\{[^}]*}", id);
    }

    boolean isSharedByAll(Route route) {
        return SHARED.stream().anyMatch(part -> route.path().contains(part));
    }

    void areStillThere() {
        owner.get("queue/items/" + idByPrefix.get("/queue/items/")).with(200);
        owner.get("images/" + idByPrefix.get("/images/") + "/file").with(200);
    }

    private String ownIdFor(Route route) {
        return idByPrefix.entrySet().stream()
                .filter(entry -> route.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        route + " has an id: make such a thing in this class"));
    }

    private static String anyId() {
        return UUID.randomUUID().toString();
    }
}
