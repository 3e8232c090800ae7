package studio.pingvas.contracts.user;

import java.util.UUID;

/**
 * @param apiKey shown this once
 */
public record LoadAccount(UUID userId, String apiKey) {
    @Override
    public String toString() {
        return "LoadAccount[userId=" + userId + "]";
    }
}
