package studio.pingvas.user.limits;

import java.util.UUID;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.audit.AuditFixture;

/** The beans of this package, each call in a transaction of its own, as in the container. */
public final class LimitFixture {
    private LimitFixture() {}

    public static AddressLimits addresses(int perMinute) {
        AddressLimits limits = new AddressLimits();
        limits.settings = new LimitSettings(perMinute, perMinute, perMinute);
        limits.prepare();
        return limits;
    }

    public static SignInFailures failures() {
        return new SignInFailures() {
            @Override
            public void requireNoDelay(String email) {
                UsersDatabase.run(entities -> on(entities).requireNoDelay(email));
            }

            @Override
            public void note(String email, UUID accountId, Device device) {
                UsersDatabase.run(entities -> on(entities).note(email, accountId, device));
            }

            @Override
            public void forget(String email) {
                UsersDatabase.run(entities -> on(entities).forget(email));
            }

            @Override
            public int deleteOld() {
                return UsersDatabase.inTransaction(entities -> on(entities).deleteOld());
            }

            private SignInFailures on(jakarta.persistence.EntityManager entities) {
                SignInFailures failures = new SignInFailures();
                failures.entities = entities;
                failures.audit = AuditFixture.log(entities);
                return failures;
            }
        };
    }
}
