package studio.pingvas.system.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A route of the OpenAPI document.
 *
 * @param path under the API, for example {@code /images/{id}}
 * @param isOpen whether it says that it needs no token
 */
record Route(String httpMethod, String path, boolean isOpen) {
    private static final String API = "/api/v1";
    private static final Set<String> ADMIN_ELSEWHERE =
            Set.of("/enterprise/activate", "/enterprise/end");

    static Stream<Route> allOf(JsonNode document) {
        return document.get("paths").properties().stream()
                .flatMap(path -> ofPath(path.getKey(), path.getValue()));
    }

    private static Stream<Route> ofPath(String path, JsonNode operations) {
        return operations.properties().stream()
                .map(
                        operation ->
                                new Route(
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.substring(API.length()),
                                        operation.getValue().has("security")));
    }

    boolean hasId() {
        return path.contains("{");
    }

    boolean changesSomething() {
        return !httpMethod.equals("GET");
    }

    /** The server refuses a body with the other methods. */
    boolean takesBody() {
        return changesSomething() && !httpMethod.equals("DELETE");
    }

    boolean isForAdmins() {
        return path.startsWith("/admin/") || ADMIN_ELSEWHERE.contains(path);
    }

    @Override
    public String toString() {
        return httpMethod + " " + path;
    }
}
