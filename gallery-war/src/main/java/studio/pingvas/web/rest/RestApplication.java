package studio.pingvas.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The public API. Resources and providers are found by scanning. */
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
