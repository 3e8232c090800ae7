package studio.pingvas.user.housekeeping;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import studio.pingvas.platform.schedule.Schedule;
import studio.pingvas.user.schedule.UserTask;

/** Deletes accounts that were never verified, each in a transaction of its own. */
@Dependent
public class UnverifiedAccountsTask implements UserTask {
    private static final int MOST_PER_RUN = 5_000;

    @Inject UnverifiedAccounts accounts;

    @Override
    public String name() {
        return "delete-unverified-accounts";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1), Duration.ofMinutes(23));
    }

    @Override
    public String run() {
        int deleted = 0;
        List<UUID> abandoned = accounts.someAbandoned();
        while (!abandoned.isEmpty() && deleted < MOST_PER_RUN) {
            int before = deleted;
            for (UUID account : abandoned) {
                deleted += accounts.delete(account) ? 1 : 0;
            }
            if (deleted == before) {
                break;
            }
            abandoned = accounts.someAbandoned();
        }
        return "%d accounts were deleted that nobody verified.".formatted(deleted);
    }
}
