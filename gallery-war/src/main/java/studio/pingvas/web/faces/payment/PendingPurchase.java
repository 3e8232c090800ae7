package studio.pingvas.web.faces.payment;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** What somebody had when leaving for the payment gateway, to tell afterwards what came. */
@SessionScoped
class PendingPurchase implements Serializable {
    private static final long serialVersionUID = 1L;

    private boolean begun;
    private UUID newestIncome;

    /**
     * @param newest entry of the history by which credits came last, null if none ever did
     */
    void begin(UUID newest) {
        begun = true;
        newestIncome = newest;
    }

    /** Another browser may be the one that comes back from the gateway. */
    boolean isBegun() {
        return begun;
    }

    boolean hasArrived(UUID newest) {
        return begun && !Objects.equals(newestIncome, newest);
    }
}
