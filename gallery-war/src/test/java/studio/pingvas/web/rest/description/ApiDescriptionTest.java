package studio.pingvas.web.rest.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.rest.RestApplication;

/** The document as the build has written it. */
class ApiDescriptionTest {
    private static final JsonNode DOCUMENT = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("target/openapi/META-INF/openapi.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode operation(ResourceMethod route) {
        return DOCUMENT.path("paths")
                .path(RestApplication.PATH + route.path())
                .path(route.httpMethod().toLowerCase(Locale.ROOT));
    }

    @Test
    void everyRouteIsThere() {
        assertThat(ResourceMethods.all())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(operation(route).isObject()).isTrue());
    }

    @Test
    void everyProblemOfARouteIsNamed() {
        for (ResourceMethod route : ResourceMethods.all()) {
            JsonNode responses = operation(route).path("responses");
            assertThat(route.problems())
                    .as(route.toString())
                    .allSatisfy(
                            code ->
                                    assertThat(
                                                    responses
                                                            .path(Integer.toString(code.status()))
                                                            .path("description")
                                                            .asText())
                                            .contains("`" + code.key() + "`"));
        }
    }

    @Test
    void routesThatNeedNoTokenSaySo() {
        for (ResourceMethod route : ResourceMethods.all()) {
            boolean open = operation(route).path("security").isArray();
            assertThat(open).as(route.toString()).isEqualTo(route.isOpenToAll());
        }
    }

    @Test
    void olderAddressesAreDeprecated() {
        JsonNode older = DOCUMENT.at("/paths/~1api~1v1~1gallery~1images/get");

        assertThat(older.path("deprecated").asBoolean()).isTrue();
        assertThat(older.path("responses").has("200")).isTrue();
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        List<String> names = new ArrayList<>();
        DOCUMENT.findValues("operationId").forEach(name -> names.add(name.asText()));

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void fieldsAreNamedAndTypedAsInTheApi() {
        JsonNode accepted = DOCUMENT.at("/components/schemas/Accepted/properties");

        assertThat(accepted.fieldNames()).toIterable().contains("job_id", "estimated_credits");
        assertThat(DOCUMENT.at("/components/schemas/UUID/format").asText()).isEqualTo("uuid");
        assertThat(DOCUMENT.at("/components/schemas/Problem/required").toString())
                .contains("trace_id");
    }
}
