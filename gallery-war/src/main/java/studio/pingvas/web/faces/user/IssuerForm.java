package studio.pingvas.web.faces.user;

import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.contracts.user.SsoIssuerView;

/** Settings of an enterprise issuer while somebody writes them. */
public class IssuerForm {
    private String id;
    private String name;
    private String issuer;
    private String audience;
    private String groupPrefix;
    private String clientId;
    private String clientSecret;
    private boolean enabled = true;

    void show(SsoIssuerView view) {
        id = view.id().toString();
        name = view.settings().name();
        issuer = view.settings().issuer();
        audience = view.settings().audience();
        groupPrefix = view.settings().groupPrefix();
        clientId = view.settings().clientId();
        clientSecret = null;
        enabled = view.settings().enabled();
    }

    SsoIssuerSettings toSettings() {
        return new SsoIssuerSettings(
                name, issuer, audience, groupPrefix, clientId, clientSecret, enabled);
    }

    /** Null for one that is not there yet; the form carries it along. */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }

    public String getGroupPrefix() {
        return groupPrefix;
    }

    public void setGroupPrefix(String groupPrefix) {
        this.groupPrefix = groupPrefix;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}
