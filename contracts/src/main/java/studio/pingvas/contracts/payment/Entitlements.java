package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** What a user may do. */
@Local
public interface Entitlements {
    /**
     * The plan of the tier that the user has; free for whoever has none. A change that this node
     * made is seen at once, one of another node a second later at the most.
     */
    Plan planOf(UUID userId);

    /** All plans, from free to enterprise. */
    List<Plan> plans();
}
