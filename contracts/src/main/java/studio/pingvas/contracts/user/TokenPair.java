package studio.pingvas.contracts.user;

/**
 * @param accessToken signed JWT (RFC 7519) for {@code Authorization: Bearer}
 * @param refreshToken opaque, works once
 * @param expiresInSeconds life of the access token
 */
public record TokenPair(String accessToken, String refreshToken, long expiresInSeconds) {
    @Override
    public String toString() {
        return "TokenPair[expiresInSeconds=" + expiresInSeconds + "]";
    }
}
