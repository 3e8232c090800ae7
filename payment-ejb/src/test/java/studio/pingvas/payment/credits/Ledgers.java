package studio.pingvas.payment.credits;

import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import studio.pingvas.payment.plans.PlanCatalog;

/** Makes the ledger as the server would; every call then is a transaction of its own. */
public final class Ledgers {
    /** What an account opens with, by the plans that ship with the product. */
    public static final long SIGNUP_CREDITS = 1_000;

    private Ledgers() {}

    public static JdbcCreditLedger on(DataSource database) {
        JdbcCreditLedger ledger = new JdbcCreditLedger();
        ledger.database = database;
        ledger.plans = PlanCatalog.bundled();
        ledger.reservations = reservations(database);
        return ledger;
    }

    private static Reservations reservations(DataSource database) {
        Reservations reservations = new Reservations();
        reservations.database = database;
        reservations.plans = PlanCatalog.bundled();
        reservations.prepare();
        return reservations;
    }

    /** The ledger within the transactions of that entity manager. */
    public static LedgerInTransaction in(EntityManager entities) {
        LedgerInTransaction ledger = new LedgerInTransaction();
        ledger.entities = entities;
        ledger.plans = PlanCatalog.bundled();
        return ledger;
    }
}
