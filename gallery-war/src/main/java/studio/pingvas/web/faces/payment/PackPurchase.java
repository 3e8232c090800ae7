package studio.pingvas.web.faces.payment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.web.faces.FailureMessages;

/** Buying credits that do not expire. */
@Named
@ViewScoped
public class PackPurchase implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject Departure departure;

    private final PurchaseKeys keys = new PurchaseKeys();

    public void buy() {
        String pack = Faces.getRequestParameter("pack");
        try {
            departure.toBuyCredits(pack, keys.of("pack", pack));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }
}
