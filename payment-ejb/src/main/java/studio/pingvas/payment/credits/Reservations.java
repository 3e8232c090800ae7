package studio.pingvas.payment.credits;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.platform.concurrent.Groups;

/**
 * Sets credits aside for all who ask in the same moment, in one statement. Nobody waits for whoever
 * has an account locked but its own user: such a reservation leaves the group and is made alone.
 */
@ApplicationScoped
public class Reservations {
    private static final int MOST = 32;

    // In the order of the accounts, which stay locked: two calls do not wait for each other in a
    // circle. Inner queries are evaluated as they stand, because the function changes what it
    // reads.
    private static final String RESERVE =
            """
            SELECT place, (answer).* FROM (
                SELECT place, reserve_credits(
                    owner, job, credits, ?, spender, limit_of_day, least_available) AS answer
                FROM (
                    SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::bigint[],
                        ?::bigint[]) WITH ORDINALITY AS wish
                        (owner, job, credits, spender, limit_of_day, least_available, place)
                    ORDER BY owner, place OFFSET 0) AS wish
                WHERE ? OR lock_free_account(owner) OFFSET 0) AS answered
            """;

    @Resource(lookup = "jdbc/payments")
    DataSource database;

    @Inject PlanCatalog plans;

    private Groups<Asked> groups;

    private static final class Asked {
        final WantedHold hold;
        ReserveAnswer answer;

        Asked(WantedHold hold) {
            this.hold = hold;
        }
    }

    @PostConstruct
    void prepare() {
        groups = new Groups<>(MOST, group -> reserve(group, false));
    }

    /** To be called outside of a transaction. */
    boolean reserve(WantedHold hold) {
        Asked own = new Asked(hold);
        groups.join(own);
        if (own.answer == null) {
            reserve(List.of(own), true);
        }
        return hold.isHeld(own.answer);
    }

    /** Without an answer stays what belongs to a locked account, unless this waits for it. */
    private void reserve(List<Asked> group, boolean waits) {
        new Books(database)
                .list(
                        row -> group.get(row.getInt("place") - 1).answer = ReserveAnswer.of(row),
                        RESERVE,
                        plans.signupCredits(),
                        column(group, WantedHold::userId),
                        column(group, WantedHold::jobId),
                        column(group, WantedHold::credits),
                        column(group, WantedHold::spender),
                        column(group, WantedHold::creditsPerDay),
                        column(group, WantedHold::leastAvailable),
                        waits);
    }

    private static String column(List<Asked> group, Function<WantedHold, Object> value) {
        return HoldsOfMany.arrayOf(group.stream().map(asked -> value.apply(asked.hold)));
    }
}
