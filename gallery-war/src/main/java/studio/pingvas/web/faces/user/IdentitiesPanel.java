package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.ExternalSignIn;
import studio.pingvas.contracts.user.ExternalSignIn.Departure;
import studio.pingvas.contracts.user.IdentityProviderView;
import studio.pingvas.contracts.user.LinkedIdentityView;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.BrowserCookie;
import studio.pingvas.web.security.Caller;

/** Other ways to sign in to the account. */
@Named
@RequestScoped
public class IdentitiesPanel {
    @EJB ExternalSignIn signIn;
    @Inject BrowserCookie cookie;
    @Inject Caller caller;

    private List<LinkedIdentityView> linked;

    public List<LinkedIdentityView> getLinked() {
        if (linked == null) {
            linked = signIn.linked(caller.userId());
        }
        return linked;
    }

    public List<IdentityProviderView> getProviders() {
        return signIn.providers();
    }

    public void link() {
        try {
            Departure departure =
                    signIn.depart(
                            Faces.getRequestParameter("provider"), Pages.SECURITY, caller.userId());
            cookie.set(Faces.getResponse(), departure.browserSecret());
            Faces.redirect(departure.authorizationUrl());
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    /** The identity is named by the request: rows may have moved since the page was shown. */
    public void unlink() {
        try {
            Ids.ofParameter("identity").ifPresent(id -> signIn.unlink(caller.userId(), id));
            Messages.addGlobalInfo(Texts.of("identities.unlinked"));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        linked = null;
    }

    /** What went wrong at the provider, if that led here. */
    public String getProblem() {
        return SignInProblem.ofAddress();
    }
}
