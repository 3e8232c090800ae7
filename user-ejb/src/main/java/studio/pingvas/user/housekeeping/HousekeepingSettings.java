package studio.pingvas.user.housekeeping;

import java.time.Duration;

/**
 * @param unverifiedLife how long an account may stay unverified and unused
 */
public record HousekeepingSettings(Duration unverifiedLife) {
    private static final Duration LEAST = Duration.ofHours(1);

    public HousekeepingSettings {
        if (unverifiedLife.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "studio.accounts.unverified-life is an hour at least: mails take a while");
        }
    }
}
