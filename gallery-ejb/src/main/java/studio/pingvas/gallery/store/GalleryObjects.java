package studio.pingvas.gallery.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.StoreSettings;

/**
 * The store of this module; a wrong setting stops the start. A type of its own, because the web
 * edge sees these beans beside its own.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GalleryObjects {
    @Inject Config config;

    private ObjectStore store;

    @PostConstruct
    void open() {
        store = StoreSettings.from(name -> config.getOptionalValue(name, String.class)).open();
    }

    @PreDestroy
    void close() {
        store.close();
    }

    public ObjectStore store() {
        return store;
    }
}
