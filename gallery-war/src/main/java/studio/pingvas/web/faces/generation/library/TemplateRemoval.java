package studio.pingvas.web.faces.generation.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.web.admin.LibraryWithdrawals;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Takes a template away: from everyone, or, as an administrator, from all but its owner. */
@Named
@RequestScoped
public class TemplateRemoval {
    @EJB Templates templates;
    @Inject LibraryWithdrawals withdrawals;
    @Inject Caller caller;
    @Inject ClientDevice device;

    public void delete() {
        try {
            templates.delete(caller.userId(), named());
        } catch (NotFoundException gone) {
            // Deleted in another tab; the wish is fulfilled.
        }
        Faces.redirect(Faces.getRequestContextPath() + Pages.TEMPLATES);
    }

    public void withdraw() {
        UUID administrator = caller.administratorId();
        try {
            withdrawals.ofTemplate(named(), administrator, device.of(Faces.getRequest()).address());
        } catch (NotFoundException gone) {
            // Deleted meanwhile; nobody sees it any more.
        }
        Faces.redirect(Faces.getRequestContextPath() + Pages.TEMPLATES);
    }

    private static UUID named() {
        return Ids.ofParameter("removed").orElseThrow(() -> new NotFoundException("The template"));
    }
}
