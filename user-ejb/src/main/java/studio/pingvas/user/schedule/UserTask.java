package studio.pingvas.user.schedule;

import studio.pingvas.platform.schedule.ScheduledTask;

/** A task of this module: a type of its own, because beans of other modules are in sight too. */
public interface UserTask extends ScheduledTask {}
