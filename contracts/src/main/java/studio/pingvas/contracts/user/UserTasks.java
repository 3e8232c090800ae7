package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import studio.pingvas.contracts.ScheduledTasks;

/** What user-ejb does by the clock. */
@Local
public interface UserTasks extends ScheduledTasks {}
