package studio.pingvas.web.rest.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.platform.store.ObjectStore;

/** The web edge's way to the bytes of pictures. */
@ApplicationScoped
public class ObjectStoreProducer {
    @Produces
    @ApplicationScoped
    ObjectStore store(@ConfigProperty(name = "studio.store.path") String path) {
        return new FileObjectStore(Path.of(path));
    }
}
