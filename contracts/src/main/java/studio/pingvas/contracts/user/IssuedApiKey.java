package studio.pingvas.contracts.user;

/**
 * @param secret the key itself, for {@code Authorization: Bearer}; only its hash is kept
 */
public record IssuedApiKey(ApiKeyView key, String secret) {
    @Override
    public String toString() {
        return "IssuedApiKey[" + key.prefix() + "]";
    }
}
