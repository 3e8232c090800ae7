package studio.pingvas.system.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Jobs that wait, of a thousand users of the free tier, with what belongs to them: places in the
 * line and held credits. Written by SQL, because asking for a million would take an hour.
 */
final class Backlog {
    private static final int USERS = 1_000;

    private final Truth truth;

    Backlog(Truth truth) {
        this.truth = truth;
    }

    /**
     * @param example a user who has a job waiting; the jobs become like it
     */
    void fill(int jobs, String example) {
        int each = jobs / USERS;
        truth.execute(
                """
                create temporary table example as select * from generation.job
                    where user_id = '%s' and status = 'QUEUED' and outcome is null limit 1
                """
                        .formatted(example));
        if (truth.number("select count(*) from example") == 0) {
            throw new IllegalStateException("No job waits that the others could be like.");
        }
        truth.execute(
                "insert into generation.job (%s) select %s from example, %s, %s"
                        .formatted(
                                columns(),
                                values(),
                                "generate_series(1, " + each + ") n",
                                "generate_series(1, " + USERS + ") u"));
        truth.execute(
                """
                insert into generation.user_line (user_id, last_seq, tier, max_running, waiting,
                    waiting_seconds, start_tag)
                select md5('waiting ' || u)::uuid, %d, 'FREE', 1, %1$d,
                    %1$d * predicted_seconds, virtual_time
                from example, generation.tier_line tiers, generate_series(1, %d) u
                where tiers.tier = 'FREE'
                """
                        .formatted(each, USERS));
        hold(each);
        truth.execute("vacuum analyze generation.job");
        truth.execute("analyze generation.user_line, payments.hold, payments.credit_account");
    }

    private void hold(int each) {
        truth.execute(
                """
                insert into payments.credit_account (user_id, held)
                select md5('waiting ' || u)::uuid, %d * estimated_credits
                from example, generate_series(1, %d) u
                """
                        .formatted(each, USERS));
        truth.execute(
                """
                insert into payments.hold (job_id, user_id, plan, purchased)
                select md5('waiting ' || u || ' ' || n)::uuid, md5('waiting ' || u)::uuid,
                    estimated_credits, 0
                from example, generate_series(1, %d) n, generate_series(1, %d) u
                """
                        .formatted(each, USERS));
    }

    /** All but the columns that the database computes. */
    private String columns() {
        return truth.text(
                "select string_agg(quote_ident(column_name), ', ' order by ordinal_position)"
                        + " from information_schema.columns where table_schema = 'generation'"
                        + " and table_name = 'job' and is_generated = 'NEVER'");
    }

    private String values() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("id", "md5('waiting ' || u || ' ' || n)::uuid");
        own.put("user_id", "md5('waiting ' || u)::uuid");
        own.put("tier", "'FREE'");
        own.put("tier_rank", "0");
        own.put("max_running", "1");
        own.put("line_order", "n");
        String values = ", " + columns() + ",";
        for (Map.Entry<String, String> column : own.entrySet()) {
            values = values.replace(" " + column.getKey() + ",", " " + column.getValue() + ",");
        }
        return values.substring(2, values.length() - 1);
    }
}
