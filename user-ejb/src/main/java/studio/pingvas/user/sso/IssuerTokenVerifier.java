package studio.pingvas.user.sso;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.pingvas.contracts.user.ExternalSignInFailedException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.platform.concurrent.RecentAnswers;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.identities.control.LinkedIdentities;
import studio.pingvas.user.identities.control.Person;
import studio.pingvas.user.openid.PublishedIssuers;
import studio.pingvas.user.openid.SignedClaims;

/**
 * Access tokens of enterprise issuers. Their owners are users here, with the groups of their issuer
 * in a name space of its own; an administrator of ours is nobody by such a token.
 */
@ApplicationScoped
public class IssuerTokenVerifier {
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));
    private static final int CAPACITY = 10_000;
    private static final int MOST_GROUPS = 100;
    private static final int LONGEST_GROUP = 100;

    @Inject IssuerDirectory directory;
    @Inject PublishedIssuers published;
    @Inject LinkedIdentities identities;
    @Inject UserSettings settings;

    Clock clock = Clock.systemUTC();

    /** For so long an account that is gone can stay known here. */
    private final RecentAnswers<String, Account> owners =
            new RecentAnswers<>(CAPACITY, Duration.ofSeconds(5));

    /** The accepted issuer that a token names without proof, so that its keys can be asked. */
    public Optional<SsoIssuer> issuerNamedIn(String token) {
        try {
            String issuer = SignedClaims.parse(token).getJWTClaimsSet().getIssuer();
            boolean ours = issuer == null || issuer.equals(settings.issuer());
            return ours ? Optional.empty() : directory.accepted(issuer);
        } catch (ParseException e) {
            throw new TokenInvalidException();
        }
    }

    /**
     * Who the owner of a token is here; the account is opened at first sight.
     *
     * @throws TokenInvalidException if signature, issuer, audience, type or form are wrong
     * @throws studio.pingvas.contracts.user.TokenExpiredException if its time is over
     * @throws studio.pingvas.contracts.user.AccountExistsException if the owner's address has an
     *     account that is not linked
     */
    public Identity identityIn(String token, SsoIssuer issuer) {
        SignedJWT signed = SignedClaims.parse(token);
        SsoIssuerSettings trusted = issuer.settings();
        try {
            JOSEObjectType type = signed.getHeader().getType();
            require(type != null && TYPES.contains(type));
            JWTClaimsSet claims =
                    SignedClaims.proven(signed, published.of(trusted.issuer()), clock.instant());
            require(trusted.issuer().equals(claims.getIssuer()));
            require(claims.getAudience().contains(trusted.audience()));
            require(isForAccess(claims) && Person.isSubject(claims.getSubject()));
            Account account = accountOf(claims, trusted);
            return new Identity(
                    account.id(), account.email().orElse(null), rolesIn(claims, trusted));
        } catch (ParseException e) {
            throw new TokenInvalidException();
        }
    }

    /** Keycloak says in the claims what a token is for: an ID token gives no access. */
    private static boolean isForAccess(JWTClaimsSet claims) throws ParseException {
        String type = claims.getStringClaim("typ");
        return type == null || type.equals("Bearer");
    }

    private Account accountOf(JWTClaimsSet claims, SsoIssuerSettings trusted)
            throws ParseException {
        Person person =
                Person.of(
                        trusted.issuer(),
                        claims.getSubject(),
                        claims.getStringClaim("email"),
                        Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")),
                        null,
                        claims.getStringClaim("name"),
                        claims.getStringClaim("preferred_username"));
        String key = trusted.issuer() + " " + person.subject();
        try {
            return owners.get(
                    key, k -> identities.enter(person, new Enterprise(trusted.name()), null));
        } catch (ExternalSignInFailedException administrator) {
            throw new TokenInvalidException();
        }
    }

    private static Set<String> rolesIn(JWTClaimsSet claims, SsoIssuerSettings trusted)
            throws ParseException {
        Set<String> roles = new HashSet<>(Set.of("user"));
        List<String> groups = claims.getStringListClaim("groups");
        if (groups != null) {
            groups.stream()
                    .filter(group -> group != null && group.length() <= LONGEST_GROUP)
                    .limit(MOST_GROUPS)
                    .forEach(group -> roles.add(trusted.groupPrefix() + ":" + group));
        }
        return roles;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new TokenInvalidException();
        }
    }
}
