package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.TierPause;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.web.admin.Administrator;
import studio.pingvas.web.admin.LineCommands;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Pauses the line, or one tier of it; jobs are still accepted. The answer is how it stands now. */
@Path("admin/queue")
@RolesAllowed({"admin", "key-admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LineResource {
    @Inject LineCommands commands;
    @Inject Caller caller;
    @Inject ClientDevice device;
    @Context HttpServletRequest http;

    @GET
    public Line line() {
        return new Line(commands.pauses().stream().map(TierDocument::of).toList());
    }

    @POST
    @Path("pause")
    @Problems(ProblemCode.INVALID_REQUEST)
    public Line pause(Wish wish) {
        commands.pause(Wish.tierOf(wish), Wish.reasonOf(wish), administrator());
        return line();
    }

    @POST
    @Path("resume")
    @Problems(ProblemCode.INVALID_REQUEST)
    public Line resume(Wish wish) {
        commands.resume(Wish.tierOf(wish), Wish.reasonOf(wish), administrator());
        return line();
    }

    private Administrator administrator() {
        return new Administrator(caller.userId(), device.of(http).address());
    }

    /**
     * @param tier absent for all
     * @param reason kept in the audit log
     */
    public record Wish(String tier, String reason) {
        static Tier tierOf(Wish wish) {
            if (wish == null || wish.tier() == null) {
                return null;
            }
            return Arrays.stream(Tier.values())
                    .filter(tier -> tier.key().equals(wish.tier()))
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidRequestException("/tier", "Choose one of " + names()));
        }

        static String reasonOf(Wish wish) {
            return wish == null ? null : wish.reason();
        }

        private static String names() {
            return Arrays.stream(Tier.values()).map(Tier::key).collect(Collectors.joining(", "));
        }
    }

    /** From free to enterprise. */
    public record Line(List<TierDocument> tiers) {}

    /**
     * @param changedBy id of an administrator
     */
    public record TierDocument(String tier, boolean paused, Instant changedAt, String changedBy) {
        static TierDocument of(TierPause pause) {
            return new TierDocument(
                    pause.tier().key(), pause.paused(), pause.changedAt(), pause.changedBy());
        }
    }
}
