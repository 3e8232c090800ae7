package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.GenerationUsage;
import studio.pingvas.web.security.Caller;

/** What the caller has had made, day by day. */
@Path("users/me/usage")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {
    @EJB GenerationUsage usage;
    @Inject Caller caller;

    /** Days as {@code 2026-11-21}, at most 92 of them; without any the last 30. */
    @GET
    public UsageDocument get(@QueryParam("from") String from, @QueryParam("to") String to) {
        return UsageDocument.of(usage.of(caller.userId(), dayOf("/from", from), dayOf("/to", to)));
    }

    private static LocalDate dayOf(String pointer, String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(pointer, "Must be a day like 2026-11-21.");
        }
    }
}
