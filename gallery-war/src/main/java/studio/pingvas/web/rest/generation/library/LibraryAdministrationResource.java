package studio.pingvas.web.rest.generation.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import studio.pingvas.web.admin.LibraryWithdrawals;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Takes back what somebody has published; its owner keeps it and cannot publish it again. */
@Path("admin")
@RolesAllowed({"admin", "key-admin"})
public class LibraryAdministrationResource {
    @Inject LibraryWithdrawals withdrawals;
    @Inject Caller caller;
    @Inject ClientDevice device;

    @POST
    @Path("templates/{id}/withdraw")
    public void withdrawTemplate(@PathParam("id") UUID id, @Context HttpServletRequest http) {
        withdrawals.ofTemplate(id, caller.userId(), device.of(http).address());
    }

    @POST
    @Path("prompt-presets/{id}/withdraw")
    public void withdrawPreset(@PathParam("id") UUID id, @Context HttpServletRequest http) {
        withdrawals.ofPreset(id, caller.userId(), device.of(http).address());
    }

    @POST
    @Path("workflows/{id}/withdraw")
    public void withdrawWorkflow(@PathParam("id") UUID id, @Context HttpServletRequest http) {
        withdrawals.ofWorkflow(id, caller.userId(), device.of(http).address());
    }
}
