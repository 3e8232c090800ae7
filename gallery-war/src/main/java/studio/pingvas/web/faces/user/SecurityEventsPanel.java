package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import studio.pingvas.contracts.user.SecurityEventView;
import studio.pingvas.contracts.user.SecurityEvents;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** What happened to the account lately. */
@Named
@RequestScoped
public class SecurityEventsPanel {
    private static final int SHOWN = 20;

    @EJB SecurityEvents events;
    @Inject Caller caller;

    private List<SecurityEventView> latest;

    public List<SecurityEventView> getLatest() {
        if (latest == null) {
            latest = events.list(caller.userId(), null, SHOWN).items();
        }
        return latest;
    }

    /** In the words of the page; a type it does not know speaks for itself. */
    public String nameOf(SecurityEventView event) {
        return Texts.ifPresent("event." + event.type()).orElse(event.type());
    }
}
