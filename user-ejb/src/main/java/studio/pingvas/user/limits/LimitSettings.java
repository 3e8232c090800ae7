package studio.pingvas.user.limits;

/**
 * For one network address: an IPv4 address, or an IPv6 network of 64 bits.
 *
 * @param signInFailuresPerMinute wrong passwords
 * @param registrationsPerMinute new accounts
 * @param resetsPerMinute requests for a new password
 */
public record LimitSettings(
        int signInFailuresPerMinute, int registrationsPerMinute, int resetsPerMinute) {
    public LimitSettings {
        if (Math.min(signInFailuresPerMinute, Math.min(registrationsPerMinute, resetsPerMinute))
                < 1) {
            throw new IllegalArgumentException("A limit under studio.limits is at least 1");
        }
    }
}
