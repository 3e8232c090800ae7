package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.InvoicePage;
import studio.pingvas.contracts.payment.InvoiceView;
import studio.pingvas.contracts.payment.Invoices;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** What somebody has paid, with the documents of the payment gateway. */
@Named
@RequestScoped
public class InvoicesPage {
    private static final int PER_PAGE = 25;

    @EJB Invoices invoices;
    @Inject Caller caller;

    private String cursor;
    private InvoicePage found;

    public InvoicePage getFound() {
        if (found == null) {
            found = invoices.list(caller.userId(), cursor, PER_PAGE);
        }
        return found;
    }

    /** The address of a document lives for a day, so that it is asked for when it is wanted. */
    public void openDocument() {
        try {
            Faces.redirect(
                    invoices.documentUrl(
                            caller.userId(),
                            Ids.ofParameter("invoice")
                                    .orElseThrow(() -> new NotFoundException("The invoice"))));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    public String stateOf(InvoiceView invoice) {
        return Texts.of("invoice." + invoice.status().name().toLowerCase(Locale.ROOT));
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
        found = null;
    }
}
