package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.EnterpriseContracts;
import studio.pingvas.contracts.payment.EnterpriseRequest;
import studio.pingvas.contracts.payment.EnterpriseRequestView;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Asking for a contract. */
@Named
@RequestScoped
public class EnterprisePage {
    @EJB EnterpriseContracts contracts;
    @Inject Caller caller;

    private String company;
    private String contact;
    private int seats = 10;
    private String message;
    private boolean sent;
    private EnterpriseRequestView own;

    public void send() {
        try {
            contracts.request(
                    caller.userId(),
                    new EnterpriseRequest(company, contact, seats, Objects.toString(message, "")));
            sent = true;
            own = null;
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    /** The newest request; null if there is none. */
    public EnterpriseRequestView getOwn() {
        if (own == null) {
            try {
                own = contracts.requestOf(caller.userId());
            } catch (NotFoundException none) {
                return null;
            }
        }
        return own;
    }

    public String getOwnState() {
        return Texts.of("enterprise.state." + getOwn().status().name().toLowerCase(Locale.ROOT));
    }

    public boolean isSent() {
        return sent;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public int getSeats() {
        return seats;
    }

    public void setSeats(int seats) {
        this.seats = seats;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
