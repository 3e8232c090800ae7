package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.DeadLetterView;
import studio.pingvas.contracts.generation.DeadLetters;
import studio.pingvas.contracts.user.SecurityEvents;

/** What administrators do with messages that nobody could use; it is noted who it was. */
@RequestScoped
public class DeadLetterOffice {
    @EJB DeadLetters letters;
    @EJB SecurityEvents events;

    public List<DeadLetterView> list(int limit) {
        return letters.list(limit);
    }

    public void resend(UUID id, Administrator by) {
        letters.resend(id);
        note("dead-letter-resent", "Sent message " + id + " again.", by);
    }

    public void delete(UUID id, Administrator by) {
        letters.delete(id);
        note("dead-letter-deleted", "Threw message " + id + " away.", by);
    }

    private void note(String type, String detail, Administrator by) {
        events.note(type, null, by.id(), by.address(), detail);
    }
}
