package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.LineControl;
import studio.pingvas.contracts.generation.TierPause;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.user.SecurityEvents;

/** Pauses the line and lets it go on, and notes who did it and why. */
@RequestScoped
public class LineCommands {
    private static final int MOST_CHARACTERS_OF_A_REASON = 200;

    @EJB LineControl line;
    @EJB SecurityEvents events;

    /**
     * @param tier null for all
     * @param reason for other administrators; may be null
     */
    public void pause(Tier tier, String reason, Administrator by) {
        String detail = detailOf("Paused", tier, reason);
        line.pause(tier, by.id());
        events.note("queue-paused", null, by.id(), by.address(), detail);
    }

    /** As {@link #pause}. */
    public void resume(Tier tier, String reason, Administrator by) {
        String detail = detailOf("Resumed", tier, reason);
        line.resume(tier, by.id());
        events.note("queue-resumed", null, by.id(), by.address(), detail);
    }

    public List<TierPause> pauses() {
        return line.pauses();
    }

    private static String detailOf(String verb, Tier tier, String reason) {
        String which = tier == null ? "the whole line" : "the tier " + tier.key();
        if (reason == null || reason.isBlank()) {
            return verb + " " + which + ".";
        }
        if (reason.length() > MOST_CHARACTERS_OF_A_REASON) {
            throw new InvalidRequestException(
                    "/reason", "At most {0} characters.", MOST_CHARACTERS_OF_A_REASON);
        }
        return verb + " " + which + ": " + reason.strip();
    }
}
