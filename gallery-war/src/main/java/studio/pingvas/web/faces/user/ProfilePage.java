package studio.pingvas.web.faces.user;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.ProfileChange;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** What others and the mails call the owner of the account. */
@Named
@RequestScoped
public class ProfilePage {
    @EJB Accounts accounts;
    @Inject Caller caller;
    @Inject SignedInAccount account;

    private String displayName;
    private String avatarUrl;
    private String language;

    @PostConstruct
    void open() {
        displayName = account.get().displayName();
        avatarUrl = account.get().avatarUrl();
        language = account.get().language();
    }

    public void save() {
        try {
            accounts.change(
                    caller.userId(),
                    new ProfileChange(displayName, Objects.toString(avatarUrl, ""), language));
            account.forget();
            Messages.addGlobalInfo(Texts.of("profile.saved"));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    public AccountView getAccount() {
        return account.get();
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getAvatarUrl() {
        return avatarUrl;
    }

    public void setAvatarUrl(String avatarUrl) {
        this.avatarUrl = avatarUrl;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
