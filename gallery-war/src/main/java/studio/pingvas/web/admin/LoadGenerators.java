package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.ProvidedTiers;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.user.LoadAccount;
import studio.pingvas.contracts.user.LoadAccounts;

/** Gives accounts for measurements what their jobs need. */
@RequestScoped
public class LoadGenerators {
    private static final long MOST_CREDITS = 1_000_000_000;

    @EJB LoadAccounts accounts;
    @EJB ProvidedTiers tiers;
    @EJB CreditLedger ledger;

    /**
     * @param credits beside those of the tier, from 0
     * @param actor the administrator
     * @param address IP address of the administrator
     */
    public List<LoadAccount> open(int count, Tier tier, long credits, UUID actor, String address) {
        if (credits < 0 || credits > MOST_CREDITS) {
            throw new InvalidRequestException("/credits", "From {0} to {1}.", 0, MOST_CREDITS);
        }
        List<LoadAccount> opened = accounts.open(count, actor, address);
        for (LoadAccount account : opened) {
            tiers.provide(account.userId(), tier);
            if (credits > 0) {
                ledger.adjust(grant(account.userId(), credits, actor));
            }
        }
        return opened;
    }

    private static Adjustment grant(UUID userId, long credits, UUID actor) {
        // One grant for each account, so its id serves for the grant as well.
        return new Adjustment(
                userId, userId, CreditBucket.PURCHASED, credits, "For measurements", actor);
    }
}
