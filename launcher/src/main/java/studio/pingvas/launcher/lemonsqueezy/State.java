package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All that the shop knows, in one JSON file. Whoever uses it holds its monitor. */
final class State {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_RESOURCES = 10_000;
    private static final int MOST_DELIVERIES = 200;

    private final Path file;
    private final Clock clock;
    private final ObjectNode root;

    State(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        try {
            root =
                    Files.exists(file)
                            ? (ObjectNode) JSON.readTree(file.toFile())
                            // Ids of a shop that begins anew differ from those of the one before.
                            : JSON.createObjectNode()
                                    .put("last_id", clock.instant().getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Later than any time it told before, as rows of one database would have it. */
    Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant last = Instant.parse(root.path("last_time").asText("1970-01-01T00:00:00Z"));
        Instant next = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        root.put("last_time", next.toString());
        return next;
    }

    long nextId() {
        long id = root.path("last_id").asLong() + 1;
        root.put("last_id", id);
        return id;
    }

    Resource add(String type, ObjectNode attributes) {
        return add(type, Long.toString(nextId()), attributes);
    }

    Resource add(String type, String id, ObjectNode attributes) {
        ObjectNode resources = root.withObjectProperty(type);
        if (resources.size() >= MOST_RESOURCES) {
            throw new ApiFault(422, "The stand-in keeps at most " + MOST_RESOURCES + " " + type);
        }
        resources.set(id, attributes);
        return new Resource(type, id, attributes);
    }

    Optional<Resource> find(String type, String id) {
        return root.path(type).path(id) instanceof ObjectNode attributes
                ? Optional.of(new Resource(type, id, attributes))
                : Optional.empty();
    }

    /** Newest first. */
    List<Resource> all(String type) {
        List<Resource> found = new ArrayList<>();
        root.path(type)
                .properties()
                .forEach(
                        entry ->
                                found.add(
                                        new Resource(
                                                type,
                                                entry.getKey(),
                                                (ObjectNode) entry.getValue())));
        Collections.reverse(found);
        return found;
    }

    void remove(Resource resource) {
        root.withObjectProperty(resource.type()).remove(resource.id());
    }

    /** What came with the checkout, given back with everything that followed from it. */
    JsonNode custom(String orderId) {
        return root.path("custom").path(orderId);
    }

    void keepCustom(String orderId, JsonNode custom) {
        root.withObjectProperty("custom").set(orderId, custom);
    }

    long customerOf(String email) {
        ObjectNode customers = root.withObjectProperty("customers");
        if (!customers.has(email)) {
            customers.put(email, nextId());
        }
        return customers.path(email).asLong();
    }

    String deliveryMode() {
        return root.path("delivery_mode").asText("once");
    }

    void deliverBy(String mode) {
        root.put("delivery_mode", mode);
    }

    /** How many next calls of the API fail. */
    void failNext(long calls) {
        root.put("failing_calls", calls);
    }

    /** Whether this call is one that fails. */
    boolean takeFailure() {
        long failing = root.path("failing_calls").asLong();
        root.put("failing_calls", Math.max(0, failing - 1));
        return failing > 0;
    }

    /** Oldest first. */
    List<ObjectNode> deliveries() {
        List<ObjectNode> found = new ArrayList<>();
        root.withArrayProperty("deliveries").forEach(entry -> found.add((ObjectNode) entry));
        return found;
    }

    void addDelivery(ObjectNode delivery) {
        ArrayNode deliveries = root.withArrayProperty("deliveries");
        deliveries.add(delivery);
        while (deliveries.size() > MOST_DELIVERIES) {
            deliveries.remove(0);
        }
    }

    ObjectNode everything() {
        return root.deepCopy();
    }

    /** All or nothing: a crash never leaves half a file. */
    void save() {
        try {
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.write(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
