package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keys that programs use in place of a sign-in. */
@Local
public interface ApiKeys {
    /**
     * @throws EmailNotVerifiedException if the owner's address is not verified
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is out of range, or there
     *     are too many keys
     */
    IssuedApiKey create(UUID userId, NewApiKey key);

    /** Which of the keys are good now. Asking does not count as use. */
    Set<UUID> goodAmong(Set<UUID> keyIds);

    /** Keys that are not revoked, newest first. */
    List<ApiKeyView> list(UUID userId);

    /**
     * From now on the key is refused on every node.
     *
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such key
     */
    void revoke(UUID userId, UUID keyId);
}
