package studio.pingvas.payment.credits;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import studio.pingvas.payment.plans.PlanCatalog;
import studio.pingvas.platform.concurrent.Groups;
import studio.pingvas.platform.database.ArrayText;

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

    private Groups<WantedHold, Optional<ReserveAnswer>> groups;

    @PostConstruct
    void prepare() {
        groups = new Groups<>(MOST, holds -> reserve(holds, false));
    }

    /** To be called outside of a transaction. */
    boolean reserve(WantedHold hold) {
        return hold.isHeld(
                groups.join(hold).or(() -> reserve(List.of(hold), true).get(0)).orElseThrow());
    }

    /** Without an answer stays what belongs to a locked account, unless this waits for it. */
    private List<Optional<ReserveAnswer>> reserve(List<WantedHold> holds, boolean waits) {
        ReserveAnswer[] answers = new ReserveAnswer[holds.size()];
        new Books(database)
                .list(
                        row -> answers[row.getInt("place") - 1] = ReserveAnswer.of(row),
                        RESERVE,
                        plans.signupCredits(),
                        ArrayText.ofColumn(holds, WantedHold::userId),
                        ArrayText.ofColumn(holds, WantedHold::jobId),
                        ArrayText.ofColumn(holds, WantedHold::credits),
                        ArrayText.ofColumn(holds, WantedHold::spender),
                        ArrayText.ofColumn(holds, WantedHold::creditsPerDay),
                        ArrayText.ofColumn(holds, WantedHold::leastAvailable),
                        waits);
        return Stream.of(answers).map(Optional::ofNullable).toList();
    }
}
