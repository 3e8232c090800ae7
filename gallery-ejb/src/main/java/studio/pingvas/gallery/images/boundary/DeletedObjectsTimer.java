package studio.pingvas.gallery.images.boundary;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Finishes deletions that a crash or a store that was down cut in half. */
@Singleton
@Interceptors(LoggedTimeout.class)
@Startup
@DependsOn("GalleryMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeletedObjectsTimer {
    @Inject DeletedObjects objects;

    @Schedule(hour = "*", minute = "*/3", persistent = false)
    void removeWaiting() {
        int removed;
        do {
            removed = objects.removeWaiting();
        } while (removed == DeletedObjects.BATCH);
        objects.forgetRemoved();
    }
}
