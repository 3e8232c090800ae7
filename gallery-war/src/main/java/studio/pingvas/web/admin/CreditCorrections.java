package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.SecurityEvents;

/** Corrects the credits of a user and notes who did it. */
@RequestScoped
public class CreditCorrections {
    @EJB CreditLedger ledger;
    @EJB Accounts accounts;
    @EJB SecurityEvents events;

    /**
     * The ledger opens an account for any id, also for one that nobody has; so this is asked first.
     *
     * @throws studio.pingvas.contracts.NotFoundException if nobody has the id
     */
    public AccountView accountOf(UUID userId) {
        return accounts.get(userId);
    }

    /**
     * @param address IP address of the administrator
     * @return the balance afterwards
     */
    public CreditBalance make(Adjustment adjustment, String address) {
        UUID userId = adjustment.userId();
        accountOf(userId);
        ledger.adjust(adjustment);
        String bucket = adjustment.bucket().name().toLowerCase(Locale.ROOT);
        events.note(
                "credits-adjusted",
                userId,
                adjustment.actor(),
                address,
                "%+d %s credits: %s".formatted(adjustment.credits(), bucket, adjustment.reason()));
        return ledger.balance(userId);
    }
}
