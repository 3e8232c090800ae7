package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.user.AccessTokens;
import studio.pingvas.contracts.user.SocketTicket;
import studio.pingvas.web.security.Caller;

/** Browsers cannot send an Authorization header with a socket's handshake: they send a ticket. */
@Path("ws-ticket")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class WebSocketTicketResource {
    @EJB AccessTokens tokens;
    @Inject Caller caller;

    @POST
    @APIResponseSchema(value = Ticket.class, responseCode = "201")
    public Response issue() {
        SocketTicket ticket = tokens.issueTicket(caller.identity());
        return Response.status(Response.Status.CREATED)
                .entity(new Ticket(ticket.ticket(), ticket.expiresInSeconds()))
                .build();
    }

    /** Good for one handshake, {@code ?ticket=...}. */
    public record Ticket(String ticket, long expiresIn) {
        @Override
        public String toString() {
            return "Ticket[expiresIn=" + expiresIn + "]";
        }
    }
}
