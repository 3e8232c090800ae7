package studio.pingvas.user.sso;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.user.openid.ForeignAnswerException;
import studio.pingvas.user.openid.ForeignDocuments;

/** What can be set for an issuer, all of it checked at once. */
final class SsoIssuerRules {
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");

    private SsoIssuerRules() {}

    /**
     * @param hasSecret whether a secret is stored already
     */
    static void check(SsoIssuerSettings settings, boolean hasSecret, ForeignDocuments documents) {
        List<Violation> violations = new ArrayList<>();
        text(violations, "/name", settings.name(), 60);
        text(violations, "/audience", settings.audience(), 255);
        address(violations, settings.issuer(), documents);
        if (settings.groupPrefix() == null || !PREFIX.matcher(settings.groupPrefix()).matches()) {
            violations.add(
                    new Violation(
                            "/group_prefix",
                            "1 to 30 lower-case letters, digits and hyphens, no hyphen first."));
        }
        if (settings.clientId() != null) {
            client(violations, settings, hasSecret);
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }

    private static void client(
            List<Violation> violations, SsoIssuerSettings settings, boolean hasSecret) {
        text(violations, "/client_id", settings.clientId(), 255);
        if (settings.clientId().equals(settings.audience())) {
            violations.add(
                    new Violation(
                            "/client_id",
                            "It must differ from the audience: else an ID token would pass for an"
                                    + " access token."));
        }
        if (settings.clientSecret() != null) {
            text(violations, "/client_secret", settings.clientSecret(), 500);
        } else if (!hasSecret) {
            violations.add(new Violation("/client_secret", "A client needs its secret."));
        }
    }

    private static void text(List<Violation> violations, String pointer, String text, int most) {
        if (text == null
                || text.isBlank()
                || text.length() > most
                || text.chars().anyMatch(Character::isISOControl)) {
            violations.add(new Violation(pointer, "1 to {0} printable characters.", most));
        }
    }

    private static void address(
            List<Violation> violations, String issuer, ForeignDocuments documents) {
        try {
            documents.requireReachable(issuer == null ? "" : issuer);
        } catch (ForeignAnswerException e) {
            violations.add(
                    new Violation("/issuer", "This address cannot be used: {0}", e.getMessage()));
        }
    }
}
