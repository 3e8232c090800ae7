package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.SessionView;
import studio.pingvas.contracts.user.Sessions;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Where the account is signed in. */
@Named
@RequestScoped
public class SessionsPanel {
    @EJB Sessions sessions;
    @Inject Caller caller;

    private List<SessionView> open;

    public List<SessionView> getOpen() {
        if (open == null) {
            open = sessions.list(caller.userId());
        }
        return open;
    }

    public boolean isThisOne(SessionView session) {
        return session.id().equals(caller.identity().sessionId());
    }

    public boolean isOthersOpen() {
        return getOpen().stream().anyMatch(session -> !isThisOne(session));
    }

    /** The session is named by the request: rows may have moved since the page was shown. */
    public void end() {
        try {
            Ids.ofParameter("session").ifPresent(id -> sessions.end(caller.userId(), id));
        } catch (NotFoundException gone) {
            // It ended by itself meanwhile; the wish is fulfilled.
        }
        open = null;
        Messages.addGlobalInfo(Texts.of("sessions.ended"));
    }

    public void endOthers() {
        sessions.endOthers(caller.userId(), caller.identity().sessionId());
        open = null;
        Messages.addGlobalInfo(Texts.of("sessions.others.ended"));
    }
}
