package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * Messages that nobody could use, for administrators. Requests for pictures are not among them:
 * their jobs fail by themselves.
 */
@Local
public interface DeadLetters {
    /**
     * In the order in which they lie there.
     *
     * @param limit 1 to 100
     */
    List<DeadLetterView> list(int limit);

    /**
     * Sends a message again to where it was meant to go. Repeated, it has no second effect.
     *
     * @throws studio.pingvas.contracts.NotFoundException if it does not lie there
     * @throws studio.pingvas.contracts.InvalidRequestException if nobody waits for it any more
     */
    void resend(UUID id);

    /**
     * Throws a message away.
     *
     * @throws studio.pingvas.contracts.NotFoundException if it does not lie there
     */
    void delete(UUID id);
}
