package studio.pingvas.user.tokens.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.platform.schedule.Schedule;
import studio.pingvas.user.schedule.UserTask;

/** Replaces the key that signs access tokens when it is old enough; no good token is refused. */
@ApplicationScoped
public class KeyRotation implements UserTask {
    @Inject SigningKeyTable table;

    @Inject
    @ConfigProperty(name = "studio.tokens.key-age")
    Duration age;

    Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "signing-key-rotation";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1), Duration.ofMinutes(20));
    }

    @Override
    public String run() {
        return table.rotate(clock.instant(), age)
                .map(next -> "Key " + next.kid() + " signs from " + next.signsFrom() + ".")
                .orElse("The key that signs is not old yet.");
    }
}
