package studio.pingvas.payment.credits;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Right books of many users, written in bulk: a hundred transfers each, a grant and 33 jobs of
 * which every one reserved two credits and was charged with one. Rows of a user lie apart from each
 * other, as they do when users spend at the same time.
 */
final class FilledLedger {
    static final int TRANSFERS_OF_A_USER = 100;

    private FilledLedger() {}

    /**
     * @param owner of the tables: nobody else may write them
     */
    static void write(DataSource owner, int users) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO credit_account (user_id, plan, transfers)
                    SELECT md5('user ' || u)::uuid, 1000 - 33, 100 FROM generate_series(1, %d) u;

                    INSERT INTO hold
                        (job_id, user_id, plan, purchased, state, charged, ended_at)
                    SELECT md5('job ' || u || ' ' || k)::uuid, md5('user ' || u)::uuid,
                        2, 0, 'SETTLED', 1, now()
                    FROM generate_series(1, 33) k, generate_series(1, %<d) u;

                    INSERT INTO transfer
                        (user_id, number, key, source, target, amount, balance_after, type, job_id,
                         description)
                    SELECT owner, n,
                        CASE step
                            WHEN 0 THEN 'reserve:' || job || ':plan'
                            WHEN 1 THEN 'charge:' || job
                            WHEN 2 THEN 'return:' || job || ':plan'
                            ELSE 'signup:' || owner
                        END,
                        CASE step WHEN 0 THEN 'plan' WHEN 1 THEN 'held' WHEN 2 THEN 'held'
                            ELSE 'granted' END,
                        CASE step WHEN 0 THEN 'held' WHEN 1 THEN 'revenue' ELSE 'plan' END,
                        CASE step WHEN 0 THEN 2 WHEN 1 THEN 1 WHEN 2 THEN 1 ELSE 1000 END,
                        1000 - CASE step WHEN 0 THEN k - 1 WHEN -1 THEN 0 ELSE k END,
                        CASE step WHEN 0 THEN 'reserve' WHEN 1 THEN 'generation_usage'
                            WHEN 2 THEN 'return' ELSE 'subscription_grant' END,
                        CASE WHEN step >= 0 THEN job END,
                        CASE step WHEN 1 THEN 'Image generation' WHEN -1 THEN 'Welcome credits'
                            ELSE '' END
                    FROM (
                        SELECT u, n, md5('user ' || u)::uuid AS owner,
                            CASE n WHEN 1 THEN -1 ELSE (n - 2) %% 3 END AS step,
                            (n - 2) / 3 + 1 AS k,
                            md5('job ' || u || ' ' || (n - 2) / 3 + 1)::uuid AS job
                        FROM generate_series(1, 100) n, generate_series(1, %<d) u
                        ORDER BY n, u
                    ) AS line;
                    """
                            .formatted(users));
            statement.execute("VACUUM ANALYZE credit_account, hold, transfer");
        }
    }
}
