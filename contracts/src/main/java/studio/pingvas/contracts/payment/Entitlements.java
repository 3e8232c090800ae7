package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** What a user may do, always as of now. */
@Local
public interface Entitlements {
    /** The plan of the tier the user has at this moment; free for whoever has none. */
    Plan planOf(UUID userId);

    /** All plans, from free to enterprise. */
    List<Plan> plans();
}
