package studio.pingvas.payment.credits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.platform.database.ArrayText;

/** Ends the holds of many jobs with a charge, in one statement. */
record Charges(Books books) {
    // In the order of the accounts, which stay locked: two calls do not wait for each other in a
    // circle. The inner query is evaluated as it stands, because the function changes what it
    // reads.
    private static final String SETTLE =
            """
            SELECT (ended).job_id, (ended).charged FROM (
                SELECT end_hold(wish.job, wish.charge, 'SETTLED') AS ended FROM (
                    SELECT job, charge FROM unnest(?::uuid[], ?::bigint[]) AS wish (job, charge)
                    JOIN hold ON hold.job_id = job ORDER BY hold.user_id, job OFFSET 0) AS wish
                OFFSET 0) AS settled
            WHERE (ended).state = 'SETTLED'
            """;

    Map<UUID, Long> settle(Map<UUID, Long> charges) {
        HoldsOfMany.requireFew(charges.size());
        List<UUID> jobs = new ArrayList<>(charges.keySet());
        Map<UUID, Long> charged = new HashMap<>();
        books.list(
                row -> charged.put(row.getObject(1, UUID.class), row.getLong(2)),
                SETTLE,
                ArrayText.of(jobs),
                ArrayText.ofColumn(jobs, charges::get));
        return charged;
    }
}
