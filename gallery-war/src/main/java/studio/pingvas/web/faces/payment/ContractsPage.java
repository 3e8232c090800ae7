package studio.pingvas.web.faces.payment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.EnterpriseContracts;
import studio.pingvas.contracts.payment.EnterpriseRequestView;
import studio.pingvas.contracts.payment.EnterpriseTerms;
import studio.pingvas.web.admin.ContractDecisions;
import studio.pingvas.web.admin.ContractDecisions.Decider;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Requests for contracts and the contracts themselves, for administrators. */
@Named
@RequestScoped
public class ContractsPage {
    @EJB EnterpriseContracts contracts;
    @Inject ContractDecisions decisions;
    @Inject Caller caller;
    @Inject ClientDevice device;

    private List<EnterpriseRequestView> open;
    private String userId;
    private Long creditsPerMonth;
    private LocalDate lastDay;

    @PostConstruct
    void start() {
        caller.administratorId();
        userId = Ids.ofParameter("user").map(UUID::toString).orElse(null);
    }

    public List<EnterpriseRequestView> getOpen() {
        if (open == null) {
            open = contracts.requests(EnterpriseRequestView.Status.OPEN);
        }
        return open;
    }

    public void decline() {
        attempt(
                Ids.ofParameter("request"),
                (request, decider) -> {
                    decisions.decline(request, decider);
                    tell("contracts.declined");
                });
    }

    public void activate() {
        attempt(
                Ids.of(userId),
                (user, decider) -> {
                    decisions.activate(user, terms(), decider);
                    tell("contracts.activated");
                });
    }

    public void end() {
        attempt(
                Ids.of(userId),
                (user, decider) -> {
                    decisions.end(user, decider);
                    tell("contracts.ended");
                });
    }

    private EnterpriseTerms terms() {
        return new EnterpriseTerms(
                creditsPerMonth,
                lastDay == null
                        ? null
                        : lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void attempt(Optional<UUID> subject, BiConsumer<UUID, Decider> step) {
        try {
            step.accept(
                    subject.orElseThrow(() -> new NotFoundException("The user or request")),
                    new Decider(caller.administratorId(), device.of(Faces.getRequest()).address()));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        open = null;
    }

    private static void tell(String key) {
        Messages.addGlobalInfo(Texts.of(key));
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public Long getCreditsPerMonth() {
        return creditsPerMonth;
    }

    public void setCreditsPerMonth(Long creditsPerMonth) {
        this.creditsPerMonth = creditsPerMonth;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
