package studio.pingvas.contracts.gallery;

import jakarta.ejb.Local;
import studio.pingvas.contracts.ScheduledTasks;

/** What gallery-ejb does by the clock. */
@Local
public interface GalleryTasks extends ScheduledTasks {}
