package studio.pingvas.web.faces.user;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.SsoIssuerView;
import studio.pingvas.contracts.user.SsoIssuers;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Enterprise issuers, for administrators. The one that is changed is in the address. */
@Named
@RequestScoped
public class IssuersPage {
    @EJB SsoIssuers issuers;
    @Inject Caller caller;

    private final IssuerForm form = new IssuerForm();
    private List<SsoIssuerView> list;

    @PostConstruct
    void open() {
        caller.administratorId();
        Ids.ofParameter("issuer").ifPresent(this::showInForm);
    }

    private void showInForm(UUID id) {
        try {
            form.show(issuers.get(id));
        } catch (NotFoundException gone) {
            FailureMessages.show(gone);
        }
    }

    public void save() {
        UUID actor = caller.administratorId();
        try {
            Ids.of(form.getId())
                    .ifPresentOrElse(
                            id -> issuers.change(actor, id, form.toSettings()),
                            () -> issuers.add(actor, form.toSettings()));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
            return;
        }
        Faces.redirect(Faces.getRequestContextPath() + Faces.getViewId());
    }

    public void remove() {
        try {
            Ids.ofParameter("removed")
                    .ifPresent(id -> issuers.remove(caller.administratorId(), id));
            Messages.addGlobalInfo(Texts.of("issuers.removed"));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        list = null;
    }

    public List<SsoIssuerView> getList() {
        if (list == null) {
            list = issuers.list();
        }
        return list;
    }

    public IssuerForm getForm() {
        return form;
    }
}
