package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import studio.pingvas.contracts.generation.GenerationUsage;
import studio.pingvas.contracts.generation.UsageView;
import studio.pingvas.web.security.Caller;

/** What somebody has had made in the last thirty days. */
@Named
@RequestScoped
public class UsagePage {
    @EJB GenerationUsage usage;
    @Inject Caller caller;

    private UsageView month;

    public UsageView getMonth() {
        if (month == null) {
            month = usage.of(caller.userId(), null, null);
        }
        return month;
    }

    public UsageChart getChart() {
        return UsageChart.of(getMonth().days());
    }
}
