package studio.pingvas.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import studio.pingvas.web.rest.description.ProblemDocument;

/** The public API. Resources and providers are found by scanning. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Pingvas Studio",
                        version = "1",
                        description =
                                "Errors are application/problem+json with a stable code. Times are"
                                        + " UTC in RFC 3339, ids are UUIDs. Follow jobs live over"
                                        + " the WebSocket /ws/queue/me, by server-sent events, or"
                                        + " by webhooks."),
        security = @SecurityRequirement(name = "bearer"),
        components =
                @Components(
                        schemas =
                                @Schema(name = "Problem", implementation = ProblemDocument.class)))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
@ApplicationPath(RestApplication.PATH)
public class RestApplication extends Application {
    public static final String PATH = "/api/v1";

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // One JSON library for the whole API: with two, the choice depends on the type.
                "jersey.config.disableJsonBinding",
                true,
                "jersey.config.disableMoxyJson",
                true,
                // The API describes itself by OpenAPI.
                "jersey.config.server.wadl.disableWadl",
                true);
    }
}
