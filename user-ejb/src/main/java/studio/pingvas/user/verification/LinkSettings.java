package studio.pingvas.user.verification;

import java.time.Duration;

/**
 * @param url public address of this installation; what a request says of it is never asked
 * @param verificationLife how long a link that verifies an address is good
 * @param resetLife how long a link to a new password is good
 */
public record LinkSettings(String url, Duration verificationLife, Duration resetLife) {
    public LinkSettings {
        if (verificationLife.isNegative() || verificationLife.isZero()) {
            throw new IllegalArgumentException("studio.mail.verification-life must be positive");
        }
        if (resetLife.isNegative() || resetLife.isZero()) {
            throw new IllegalArgumentException("studio.mail.reset-life must be positive");
        }
    }
}
