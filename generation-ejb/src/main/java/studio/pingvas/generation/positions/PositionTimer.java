package studio.pingvas.generation.positions;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.generation.line.control.CurrentLine;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.platform.schedule.LoggedTimeout;

/**
 * Looks at jobs that wait, on one node of the cluster at a time and so many in a round: a longer
 * line is gone through in several. An owner hears of a job when its position has at least halved,
 * so a job has few such events however long the line is.
 */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PositionTimer {
    private static final int MOST_IN_A_ROUND = 1_000;

    /** Owners whose jobs are told of wait for the transaction that does it. */
    private static final int TOLD_AT_ONCE = 50;

    @Inject PositionRounds rounds;
    @Inject CurrentLine line;

    @Schedule(hour = "*", minute = "*", second = "4/10", persistent = false)
    public void look() {
        List<WaitingJob> jobs = rounds.begin(MOST_IN_A_ROUND);
        if (jobs.isEmpty()) {
            return;
        }
        LineState seen = line.get();
        Map<UUID, Integer> due = new LinkedHashMap<>();
        for (WaitingJob job : jobs) {
            int position = job.position(seen);
            if (job.told() == null || position <= job.told() / 2) {
                due.put(job.id(), position);
            }
            if (due.size() == TOLD_AT_ONCE) {
                rounds.tell(due);
                due.clear();
            }
        }
        if (!due.isEmpty()) {
            rounds.tell(due);
        }
    }
}
