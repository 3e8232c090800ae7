package studio.pingvas.web.rest.generation.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.generation.library.FittedSize;
import studio.pingvas.contracts.generation.library.SizePresets;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Sizes by what they are for. */
@Path("size-presets")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class SizePresetsResource {
    @EJB SizePresets sizes;
    @Inject Caller caller;

    /** For that model, or the default one. */
    @GET
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.MODEL_NOT_IN_TIER})
    public Sizes list(@QueryParam("model") String model) {
        return new Sizes(sizes.fittedTo(caller.userId(), model).stream().map(Size::of).toList());
    }

    public record Sizes(List<Size> items) {}

    /**
     * @param id its name in templates
     * @param width that it wishes for
     * @param height that it wishes for
     * @param paintedWidth what the model paints for it
     * @param paintedHeight what the model paints for it
     */
    public record Size(String id, int width, int height, int paintedWidth, int paintedHeight) {
        static Size of(FittedSize size) {
            return new Size(
                    size.preset().key(),
                    size.preset().width(),
                    size.preset().height(),
                    size.width(),
                    size.height());
        }
    }
}
