package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.generation.SizePreset;
import studio.pingvas.contracts.generation.SizePresets;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Sizes by name, and which of its own sizes a model makes of them. */
@Path("size-presets")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class SizePresetsResource {
    @EJB SizePresets presets;
    @Inject Caller caller;

    /** Of the model, or of the default one. */
    @GET
    @Problems({ProblemCode.MODEL_NOT_IN_TIER, ProblemCode.MODEL_NOT_FOUND})
    public PresetList list(@QueryParam("model") String model) {
        return new PresetList(presets.of(caller.userId(), model));
    }

    public record PresetList(List<SizePreset> items) {}
}
