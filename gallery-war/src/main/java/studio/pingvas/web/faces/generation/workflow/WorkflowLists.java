package studio.pingvas.web.faces.generation.workflow;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.Workflows;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** The workflows that somebody may open, newest first. */
@Named
@RequestScoped
public class WorkflowLists {
    private static final int SHOWN = 100;

    @EJB Workflows workflows;
    @Inject Caller caller;

    public List<WorkflowView> getOwn() {
        return list(Origin.OWN);
    }

    public List<WorkflowView> getShared() {
        return list(Origin.SHARED);
    }

    public List<WorkflowView> getShipped() {
        return list(Origin.SHIPPED);
    }

    private List<WorkflowView> list(Origin origin) {
        String language = Texts.locale().getLanguage();
        LibraryQuery query = new LibraryQuery(null, null, origin, language, null, SHOWN);
        return workflows.list(caller.userId(), query).items();
    }
}
