package studio.pingvas.web.rest.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.problem.ProblemCode;
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

    /** The server does not start with two methods for one route. */
    @Test
    void everyRouteHasOneMethod() {
        assertThat(ResourceMethods.all())
                .extracting(route -> route.httpMethod() + " " + route.path())
                .doesNotHaveDuplicates();
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

    /** Whoever adds a code names it in {@link Problems} of the routes that answer with it. */
    @Test
    void everyCodeIsNamedBySomeRoute() {
        Set<ProblemCode> elsewhere =
                EnumSet.of(
                        // Of the server itself.
                        ProblemCode.METHOD_NOT_ALLOWED,
                        ProblemCode.NOT_ACCEPTABLE,
                        // Between modules.
                        ProblemCode.HOLD_NOT_OPEN,
                        // In the address of a page, after another provider.
                        ProblemCode.IDENTITY_TAKEN);

        assertThat(EnumSet.complementOf(EnumSet.copyOf(elsewhere)))
                .allSatisfy(
                        code ->
                                assertThat(ResourceMethods.all())
                                        .as(code.key())
                                        .anyMatch(route -> route.problems().contains(code)));
    }

    @Test
    void everySuccessSaysWhatItAnswers() {
        for (ResourceMethod route : ResourceMethods.all()) {
            JsonNode responses = operation(route).path("responses");
            boolean bytes = route.path().endsWith("/file") || route.path().endsWith("/thumbnail");
            assertThat(responses.properties())
                    .as(route.toString())
                    .anyMatch(
                            response ->
                                    bytes
                                            || List.of("202", "204", "303")
                                                    .contains(response.getKey())
                                            || response.getKey().startsWith("20")
                                                    && response.getValue().has("content"));
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

    @Test
    void stepsOfAWorkflowAreDescribed() {
        JsonNode schemas = DOCUMENT.at("/components/schemas");

        assertThat(schemas.at("/Workflow/properties/steps/items/$ref").asText())
                .endsWith("/WorkflowStep");
        assertThat(schemas.at("/WorkflowStep/properties").fieldNames())
                .toIterable()
                .contains("name", "kind", "image", "mask", "negative_prompt", "scale");
    }

    @Test
    void picturesMayComeBesideTheRequest() {
        JsonNode content =
                DOCUMENT.at("/paths/~1api~1v1~1generate~1inpaint/post/requestBody/content");

        assertThat(content.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("application/json", "multipart/form-data");
        assertThat(DOCUMENT.at("/components/schemas/Form/properties/mask/format").asText())
                .isEqualTo("binary");
    }
}
