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

/** Takes a prompt preset back; its owner keeps it and cannot publish it again. */
@Path("admin/prompt-presets")
@RolesAllowed({"admin", "key-admin"})
public class PresetWithdrawalResource {
    @Inject LibraryWithdrawals withdrawals;
    @Inject Caller caller;
    @Inject ClientDevice device;

    @POST
    @Path("{id}/withdraw")
    public void withdraw(@PathParam("id") UUID id, @Context HttpServletRequest http) {
        withdrawals.ofPreset(id, caller.userId(), device.of(http).address());
    }
}
