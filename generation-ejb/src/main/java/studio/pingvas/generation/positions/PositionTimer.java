package studio.pingvas.generation.positions;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import studio.pingvas.generation.jobs.control.Forecast;
import studio.pingvas.generation.jobs.entity.GenerationJob;
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

    @Inject PositionRounds rounds;
    @Inject Forecast forecast;

    @Schedule(hour = "*", minute = "*", second = "4/10", persistent = false)
    public void look() {
        for (GenerationJob job : rounds.begin(MOST_IN_A_ROUND)) {
            lookAt(job);
        }
    }

    private void lookAt(GenerationJob job) {
        int position = forecast.of(job, Instant.now()).ahead().position();
        Integer told = job.toldPosition();
        if (told == null) {
            rounds.tell(job.id(), position, false);
        } else if (position <= told / 2) {
            rounds.tell(job.id(), position, true);
        }
    }
}
