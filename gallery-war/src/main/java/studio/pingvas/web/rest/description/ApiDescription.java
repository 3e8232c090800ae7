package studio.pingvas.web.rest.description;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import studio.pingvas.web.rest.OlderRoutes;
import studio.pingvas.web.rest.RestApplication;

/**
 * Completes the OpenAPI document, which the build derives from the resources and their records:
 * those do not say what needs no token, which problems there are, and where older clients ask.
 */
public class ApiDescription implements OASFilter {
    private static final NamingBase NAMES = (NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    /** Names the fields as Jackson does. */
    @Override
    public Schema filterSchema(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            Map<String, Schema> renamed = new LinkedHashMap<>();
            properties.forEach((name, value) -> renamed.put(NAMES.translate(name), value));
            schema.setProperties(renamed);
        }
        if (schema.getRequired() != null) {
            schema.setRequired(schema.getRequired().stream().map(NAMES::translate).toList());
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        for (ResourceMethod route : ResourceMethods.all()) {
            PathItem item = paths.get(RestApplication.PATH + route.path());
            Operation operation =
                    item == null
                            ? null
                            : item.getOperations()
                                    .get(PathItem.HttpMethod.valueOf(route.httpMethod()));
            if (operation != null) {
                describe(operation, route);
            }
        }
        addOlderRoutes(document);
    }

    private static void describe(Operation operation, ResourceMethod route) {
        if (route.isOpenToAll()) {
            // An empty requirement, since the server drops an empty list of them.
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (route.answersNothing()) {
            operation.setResponses(
                    OASFactory.createAPIResponses()
                            .addAPIResponse(
                                    "204",
                                    OASFactory.createAPIResponse().description("No Content")));
        }
        ProblemResponses.of(route.problems())
                .forEach(
                        (status, response) ->
                                operation.getResponses().addAPIResponse(status, response));
    }

    private static void addOlderRoutes(OpenAPI document) {
        Map<String, PathItem> paths = new LinkedHashMap<>(document.getPaths().getPathItems());
        paths.forEach(
                (path, item) ->
                        OlderRoutes.olderPathsOf(path.substring(RestApplication.PATH.length()))
                                .forEach(
                                        older ->
                                                document.getPaths()
                                                        .addPathItem(
                                                                RestApplication.PATH + older,
                                                                olderItem(item))));
    }

    /** The same operations under another address. */
    private static PathItem olderItem(PathItem item) {
        PathItem older = OASFactory.createPathItem();
        item.getOperations()
                .forEach(
                        (httpMethod, operation) ->
                                older.setOperation(
                                        httpMethod,
                                        OASFactory.createOperation()
                                                .operationId(operation.getOperationId() + "_older")
                                                .deprecated(true)
                                                .parameters(operation.getParameters())
                                                .requestBody(operation.getRequestBody())
                                                .responses(operation.getResponses())
                                                .security(operation.getSecurity())));
        return older;
    }
}
