package studio.pingvas.generation.jobs.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import studio.pingvas.platform.concurrent.Groups;

/** Takes the reports that come at the same time together: a commit for all costs what one does. */
@ApplicationScoped
public class WorkerReports {
    private static final int MOST = 32;

    @Inject JobEnding ending;

    private Groups<WorkerReport, Void> groups;

    @PostConstruct
    void prepare() {
        groups = Groups.withoutAnswers(MOST, ending::take);
    }

    /** Returns when all that follows from the report is done; throws if it cannot be done now. */
    public void take(WorkerReport report) {
        groups.join(report);
    }
}
