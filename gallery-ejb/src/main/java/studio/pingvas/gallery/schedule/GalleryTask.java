package studio.pingvas.gallery.schedule;

import studio.pingvas.platform.schedule.ScheduledTask;

/** A task of this module: a type of its own, because beans of other modules are in sight too. */
public interface GalleryTask extends ScheduledTask {}
