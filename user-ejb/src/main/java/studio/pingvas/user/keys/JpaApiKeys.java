package studio.pingvas.user.keys;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.user.ApiKeyView;
import studio.pingvas.contracts.user.ApiKeys;
import studio.pingvas.contracts.user.IssuedApiKey;
import studio.pingvas.contracts.user.NewApiKey;

/** Keys in PostgreSQL. It has no transaction of its own: memory forgets after the commit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaApiKeys implements ApiKeys {
    @Inject ApiKeyTable table;
    @Inject GoodKeys good;

    @Override
    public IssuedApiKey create(UUID userId, NewApiKey key) {
        return table.add(userId, key, Instant.now());
    }

    @Override
    public List<ApiKeyView> list(UUID userId) {
        return table.list(userId);
    }

    @Override
    public Set<UUID> goodAmong(Set<UUID> keyIds) {
        return keyIds.isEmpty() ? Set.of() : table.goodAmong(keyIds);
    }

    @Override
    public void revoke(UUID userId, UUID keyId) {
        table.remove(userId, keyId);
        good.forget(keyId);
    }
}
