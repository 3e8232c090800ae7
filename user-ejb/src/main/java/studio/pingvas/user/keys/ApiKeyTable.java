package studio.pingvas.user.keys;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.ApiKeyGrant;
import studio.pingvas.contracts.user.ApiKeyView;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.IssuedApiKey;
import studio.pingvas.contracts.user.NewApiKey;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.ArrayText;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.tokens.control.SecretTokens;

/** The rows of keys. Whoever revokes one makes {@link GoodKeys} forget it afterwards. */
@Stateless
public class ApiKeyTable {
    private static final String VIEW =
            "SELECT id, name, prefix, scopes, credits_per_day, created_at, expires_at,"
                    + " date_trunc('minute', last_used_at) FROM api_key WHERE account_id = ?1";

    private static final String IS_GOOD = " (expires_at IS NULL OR expires_at > now())";

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject AuditLog audit;

    public IssuedApiKey add(UUID accountId, NewApiKey key, Instant now) {
        Account owner = lockedOwner(accountId);
        KeyRules.check(key, owner.identity().roles(), now);
        if (list(accountId).size() >= KeyRules.MAX_KEYS) {
            throw new InvalidRequestException(
                    "", "There are {0} keys already; revoke one first.", KeyRules.MAX_KEYS);
        }
        String secret = KeySecret.create();
        UUID id = Uuid7.create();
        // Written as text with casts: an unset parameter would have no type of its own.
        entities.createNativeQuery(
                        "INSERT INTO api_key (id, account_id, name, key_sha256, prefix, scopes,"
                                + " credits_per_day, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
                                + " cast(?7 AS bigint), cast(?8 AS timestamptz))")
                .setParameter(1, id)
                .setParameter(2, accountId)
                .setParameter(3, key.name().strip())
                .setParameter(4, SecretTokens.sha256(secret))
                .setParameter(5, KeySecret.prefixOf(secret))
                .setParameter(6, textOf(key.scopes()))
                .setParameter(7, textOf(key.creditsPerDay()))
                .setParameter(8, textOf(key.expiresAt()))
                .executeUpdate();
        note("api-key-created", accountId, KeySecret.prefixOf(secret), "was created");
        return new IssuedApiKey(view(accountId, id), secret);
    }

    public List<ApiKeyView> list(UUID accountId) {
        List<?> rows =
                entities.createNativeQuery(VIEW + " ORDER BY created_at DESC, id DESC")
                        .setParameter(1, accountId)
                        .getResultList();
        return rows.stream().map(row -> viewOf((Object[]) row)).toList();
    }

    public Set<UUID> goodAmong(Set<UUID> keyIds) {
        List<?> good =
                entities.createNativeQuery(
                                "SELECT id FROM api_key WHERE id = ANY (cast(?1 AS uuid[])) AND"
                                        + IS_GOOD)
                        .setParameter(1, ArrayText.of(keyIds))
                        .getResultList();
        return good.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    public void remove(UUID accountId, UUID keyId) {
        List<?> removed =
                entities.createNativeQuery(
                                "DELETE FROM api_key WHERE id = ?1 AND account_id = ?2"
                                        + " RETURNING prefix")
                        .setParameter(1, keyId)
                        .setParameter(2, accountId)
                        .getResultList();
        if (removed.isEmpty()) {
            throw new NotFoundException("The API key");
        }
        note("api-key-revoked", accountId, (String) removed.get(0), "was revoked");
    }

    /** Whom a key stands for, with the roles of now; notes to the minute that it is in use. */
    public Optional<Identity> identityOf(byte[] secretSha256) {
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT api_key.id, account.id, email, roles, scopes,"
                                        + " credits_per_day, last_used_at IS NULL OR"
                                        + " last_used_at < now() - interval '1 minute' FROM api_key"
                                        + " JOIN account ON account.id = account_id"
                                        + " WHERE key_sha256 = ?1 AND"
                                        + IS_GOOD)
                        .setParameter(1, secretSha256)
                        .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) rows.get(0);
        if ((Boolean) row[6]) {
            touch((UUID) row[0]);
        }
        Set<String> roles = rolesOf(scopesIn(row[4]), (String) row[3]);
        ApiKeyGrant grant = new ApiKeyGrant((UUID) row[0], (Long) row[5]);
        return Optional.of(new Identity((UUID) row[1], (String) row[2], roles, null, grant));
    }

    /** Else two requests at once could both find that there is room for one more key. */
    private Account lockedOwner(UUID accountId) {
        Account owner = entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        if (owner == null) {
            throw new NotFoundException("The account");
        }
        if (!owner.view().emailVerified()) {
            throw new EmailNotVerifiedException();
        }
        return owner;
    }

    private void touch(UUID keyId) {
        entities.createNativeQuery("UPDATE api_key SET last_used_at = now() WHERE id = ?1")
                .setParameter(1, keyId)
                .executeUpdate();
    }

    private ApiKeyView view(UUID accountId, UUID keyId) {
        Object row =
                entities.createNativeQuery(VIEW + " AND id = ?2")
                        .setParameter(1, accountId)
                        .setParameter(2, keyId)
                        .getSingleResult();
        return viewOf((Object[]) row);
    }

    private void note(String type, UUID accountId, String prefix, String what) {
        audit.note(type, accountId, null, "The API key " + prefix + "… " + what + ".");
    }

    private static ApiKeyView viewOf(Object[] row) {
        return new ApiKeyView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                scopesIn(row[3]),
                (Long) row[4],
                instantOf(row[5]),
                instantOf(row[6]),
                instantOf(row[7]));
    }

    /** The owner who is no administrator any more has no key that is one. */
    private static Set<String> rolesOf(Set<ApiScope> scopes, String ownerRoles) {
        boolean admin = Set.of(ownerRoles.split(",")).contains("admin");
        return scopes.stream()
                .filter(scope -> scope != ApiScope.ADMIN || admin)
                .map(ApiScope::role)
                .collect(Collectors.toSet());
    }

    private static Set<ApiScope> scopesIn(Object column) {
        List<String> names = List.of(((String) column).split(","));
        return Arrays.stream(ApiScope.values())
                .filter(scope -> names.contains(scope.key()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ApiScope.class)));
    }

    private static String textOf(Set<ApiScope> scopes) {
        return scopes.stream().map(ApiScope::key).sorted().collect(Collectors.joining(","));
    }

    private static String textOf(Object value) {
        return value == null ? null : value.toString();
    }

    private static Instant instantOf(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
