package studio.pingvas.user.keys;

import jakarta.persistence.EntityManager;
import studio.pingvas.user.audit.AuditFixture;

/** The beans of this package on a transaction of a test. */
public final class KeysFixture {
    private KeysFixture() {}

    public static ApiKeyTable table(EntityManager entities) {
        ApiKeyTable table = new ApiKeyTable();
        table.entities = entities;
        table.audit = AuditFixture.log(entities);
        return table;
    }

    public static GoodKeys keys(EntityManager entities) {
        GoodKeys keys = new GoodKeys();
        keys.table = table(entities);
        return keys;
    }
}
