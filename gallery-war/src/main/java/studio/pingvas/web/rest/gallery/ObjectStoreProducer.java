package studio.pingvas.web.rest.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.StoreSettings;

/** The web edge's way to the bytes of pictures. */
@ApplicationScoped
public class ObjectStoreProducer {
    @Produces
    @ApplicationScoped
    ObjectStore store(StoreSettings settings) {
        return settings.open();
    }

    void close(@Disposes ObjectStore store) {
        store.close();
    }

    @Produces
    StoreSettings settings(Config config) {
        return StoreSettings.from(name -> config.getOptionalValue(name, String.class));
    }
}
