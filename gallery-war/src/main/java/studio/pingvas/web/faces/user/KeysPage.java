package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.ApiKeyView;
import studio.pingvas.contracts.user.ApiKeys;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.IssuedApiKey;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Keys for programs: made, shown once, withdrawn. */
@Named
@RequestScoped
public class KeysPage {
    @EJB ApiKeys keys;
    @Inject Caller caller;
    Clock clock = Clock.systemUTC();

    private KeyForm form = new KeyForm();
    private List<ApiKeyView> list;
    private IssuedApiKey issued;

    public void create() {
        try {
            issued = keys.create(caller.userId(), form.toKey(clock.instant()));
            list = null;
            form = new KeyForm();
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    /** The key is named by the request: rows may have moved since the page was shown. */
    public void revoke() {
        try {
            Ids.ofParameter("key").ifPresent(id -> keys.revoke(caller.userId(), id));
        } catch (NotFoundException gone) {
            // Revoked in another tab; the wish is fulfilled.
        }
        list = null;
        Messages.addGlobalInfo(Texts.of("keys.revoked"));
    }

    public List<ApiKeyView> getList() {
        if (list == null) {
            list = keys.list(caller.userId());
        }
        return list;
    }

    /** Only administrators may give their own powers away. */
    public List<ApiScope> getScopes() {
        boolean admin = caller.roles().contains("admin");
        return Arrays.stream(ApiScope.values())
                .filter(scope -> admin || scope != ApiScope.ADMIN)
                .toList();
    }

    public String scopesOf(ApiKeyView key) {
        return key.scopes().stream().sorted().map(this::nameOf).collect(Collectors.joining("; "));
    }

    public String nameOf(ApiScope scope) {
        return Texts.of("scope." + scope.key());
    }

    public boolean isExpired(ApiKeyView key) {
        return key.expiresAt() != null && !key.expiresAt().isAfter(clock.instant());
    }

    /** Null but in the answer to the request that made the key. */
    public IssuedApiKey getIssued() {
        return issued;
    }

    public KeyForm getForm() {
        return form;
    }
}
