package studio.pingvas.user.tokens.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.TokenKeyView;
import studio.pingvas.contracts.user.TokenKeys;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.tokens.control.SigningKeyTable;
import studio.pingvas.user.tokens.control.SigningKeys;
import studio.pingvas.user.tokens.entity.SigningKey;

/** Signing keys in PostgreSQL; the table commits each change before this node looks again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaTokenKeys implements TokenKeys {
    @Inject SigningKeyTable table;
    @Inject SigningKeys keys;
    @Inject AuditLog audit;

    Clock clock = Clock.systemUTC();

    @Override
    public List<TokenKeyView> list() {
        return table.all().stream().map(JpaTokenKeys::view).toList();
    }

    @Override
    public TokenKeyView rotate(UUID actor) {
        SigningKey next = table.rotate(clock.instant(), Duration.ZERO).orElseThrow();
        keys.forget();
        audit.note("signing-key-rotated", null, actor, null, "Next key: " + next.kid() + ".");
        return view(next);
    }

    @Override
    public void withdraw(UUID actor, String kid) {
        table.withdraw(kid, clock.instant());
        keys.forget();
        audit.note("signing-key-withdrawn", null, actor, null, "Withdrew key " + kid + ".");
    }

    private static TokenKeyView view(SigningKey key) {
        return new TokenKeyView(key.kid(), key.createdAt(), key.signsFrom(), key.verifiesUntil());
    }
}
