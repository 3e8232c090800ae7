package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import studio.pingvas.contracts.user.SecurityEventPage;
import studio.pingvas.contracts.user.SecurityEvents;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.security.Caller;

/** Everything that happened to accounts, for administrators. */
@Named
@RequestScoped
public class AuditLogPage {
    private static final int PER_PAGE = 50;

    @EJB SecurityEvents events;
    @Inject Caller caller;

    private String cursor;
    private String userId;
    private SecurityEventPage found;
    private Long brokenLink;

    public SecurityEventPage getFound() {
        if (found == null) {
            caller.administratorId();
            found = events.list(Ids.of(userId).orElse(null), cursor, PER_PAGE);
        }
        return found;
    }

    /** Looks at the whole log, so that it is asked for by a button. */
    public void check() {
        caller.administratorId();
        brokenLink = events.firstBrokenLink();
    }

    /** Null if nobody asked; 0 if the log is whole. */
    public Long getBrokenLink() {
        return brokenLink;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }
}
