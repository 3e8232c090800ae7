package studio.pingvas.web.faces.payment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.web.admin.CreditCorrections;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Correcting somebody's credits, by an administrator and with a reason. */
@Named
@ViewScoped
public class AdjustmentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @EJB CreditLedger ledger;
    @Inject CreditCorrections corrections;
    @Inject Caller caller;
    @Inject ClientDevice device;

    private AdjustmentForm form = new AdjustmentForm();
    private String owner;
    private UUID ownerId;

    @PostConstruct
    void open() {
        caller.administratorId();
    }

    /** Says whose credits they are before anything is done to them. */
    public void show() {
        owner = null;
        try {
            ownerId = Ids.of(form.getUserId()).orElseThrow(AdjustmentPage::nobody);
            owner = corrections.accountOf(ownerId).displayName();
        } catch (NotFoundException unknown) {
            FailureMessages.showAt("user_id", Texts.of("adjustment.user.unknown"));
        }
    }

    public void adjust() {
        try {
            corrections.make(
                    form.toAdjustment(ownerId, caller.administratorId()),
                    device.of(Faces.getRequest()).address());
            form = form.next();
            Messages.addGlobalInfo(Texts.of("adjustment.done"));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    private static NotFoundException nobody() {
        return new NotFoundException("The account");
    }

    public CreditBalance getBalance() {
        return ledger.balance(ownerId);
    }

    /** Null until somebody was found. */
    public String getOwner() {
        return owner;
    }

    public AdjustmentForm getForm() {
        return form;
    }
}
