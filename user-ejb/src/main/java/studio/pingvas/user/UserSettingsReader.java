package studio.pingvas.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.user.housekeeping.HousekeepingSettings;
import studio.pingvas.user.limits.LimitSettings;
import studio.pingvas.user.sessions.SessionSettings;
import studio.pingvas.user.verification.LinkSettings;

/** The only place of this module that reads settings. */
@ApplicationScoped
public class UserSettingsReader {
    @Inject
    @ConfigProperty(name = "studio.url")
    String url;

    @Inject
    @ConfigProperty(name = "studio.tokens.audience")
    String audience;

    @Inject
    @ConfigProperty(name = "studio.master-key")
    String masterKey;

    @Inject
    @ConfigProperty(name = "studio.tokens.access-life")
    Duration accessTokenLife;

    @Inject
    @ConfigProperty(name = "studio.tokens.refresh-idle")
    Duration refreshIdle;

    @Inject
    @ConfigProperty(name = "studio.tokens.refresh-absolute")
    Duration refreshAbsolute;

    @Inject
    @ConfigProperty(name = "studio.tokens.refresh-grace")
    Duration refreshGrace;

    @Inject
    @ConfigProperty(name = "studio.accounts.unverified-life")
    Duration unverifiedLife;

    @Inject
    @ConfigProperty(name = "studio.limits.sign-in-failures-per-minute")
    int signInFailuresPerMinute;

    @Inject
    @ConfigProperty(name = "studio.limits.registrations-per-minute")
    int registrationsPerMinute;

    @Inject
    @ConfigProperty(name = "studio.limits.resets-per-minute")
    int resetsPerMinute;

    @Inject
    @ConfigProperty(name = "studio.mail.verification-life")
    Duration verificationLife;

    @Inject
    @ConfigProperty(name = "studio.mail.reset-life")
    Duration resetLife;

    @Inject
    @ConfigProperty(name = "studio.sessions.page-idle")
    Duration pageIdle;

    @Inject
    @ConfigProperty(name = "studio.sessions.most-per-account")
    int mostSessionsPerAccount;

    @Inject
    @ConfigProperty(name = "studio.tokens.ticket-life")
    Duration ticketLife;

    @Produces
    UserSettings settings() {
        return new UserSettings(
                url,
                audience,
                masterKey,
                accessTokenLife,
                refreshIdle,
                refreshAbsolute,
                refreshGrace,
                ticketLife);
    }

    @Produces
    HousekeepingSettings housekeepingSettings() {
        return new HousekeepingSettings(unverifiedLife);
    }

    @Produces
    LimitSettings limitSettings() {
        return new LimitSettings(signInFailuresPerMinute, registrationsPerMinute, resetsPerMinute);
    }

    @Produces
    LinkSettings linkSettings() {
        return new LinkSettings(url, verificationLife, resetLife);
    }

    @Produces
    SessionSettings sessionSettings() {
        return new SessionSettings(pageIdle, refreshIdle, refreshAbsolute, mostSessionsPerAccount);
    }
}
