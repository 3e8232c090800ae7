package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import studio.pingvas.contracts.payment.Checkouts;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditHistoryPage;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.CreditPack;
import studio.pingvas.web.faces.PageFormat;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** What somebody has, how that came about, and how to get more. */
@Named
@RequestScoped
public class CreditsPage {
    private static final int PER_PAGE = 25;
    private static final int DRAWN = 100;

    @EJB CreditLedger ledger;
    @EJB Checkouts checkouts;
    @Inject PageFormat format;
    @Inject Caller caller;

    Clock clock = Clock.systemUTC();

    private String cursor;
    private CreditBalance balance;
    private CreditHistoryPage history;
    private BalanceChart chart;

    public CreditBalance getBalance() {
        if (balance == null) {
            balance = ledger.balance(caller.userId());
        }
        return balance;
    }

    public CreditHistoryPage getHistory() {
        if (history == null) {
            history = ledger.history(caller.userId(), cursor, PER_PAGE);
        }
        return history;
    }

    /** Null as long as nothing has happened. */
    public BalanceChart getChart() {
        if (chart == null) {
            List<Entry> latest = ledger.history(caller.userId(), null, DRAWN).items();
            chart = latest.isEmpty() ? null : BalanceChart.of(latest, clock.instant());
        }
        return chart;
    }

    public List<CreditPack> getPacks() {
        return checkouts.creditPacks();
    }

    public String offerOf(CreditPack pack) {
        return Texts.of("packs.offer", pack.credits(), format.money(pack.usdCents(), "USD"));
    }

    /** In the words of the page; a type it does not know speaks for itself. */
    public String nameOf(Entry entry) {
        return Texts.ifPresent("entry." + entry.type()).orElse(entry.type());
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
