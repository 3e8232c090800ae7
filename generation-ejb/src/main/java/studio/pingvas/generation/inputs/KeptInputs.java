package studio.pingvas.generation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Uploaded pictures in the store, as long as their jobs need them. */
@ApplicationScoped
public class KeptInputs {
    static final int BATCH = 100;
    private static final Logger LOG = System.getLogger(KeptInputs.class.getName());

    @Inject InputObjects objects;
    @Inject UploadedFiles files;

    /**
     * @return the key of the picture, wherever it came from; null if there is none
     */
    public String keep(UUID userId, UUID jobId, InputPicture picture) {
        if (picture == null || picture.upload() == null) {
            return picture == null ? null : picture.objectKey();
        }
        String ending = picture.upload().format().name().toLowerCase(Locale.ROOT);
        String key = "users/%s/inputs/%s.%s".formatted(userId, UUID.randomUUID(), ending);
        objects.note(key, userId, jobId);
        files.keep(picture.upload(), key);
        return key;
    }

    /**
     * Deletes what no job needs any more.
     *
     * @return whether there may be more that can be deleted
     */
    public boolean sweep() {
        List<String> keys = objects.needless(BATCH);
        return keys.stream().filter(this::delete).count() == BATCH;
    }

    private boolean delete(String key) {
        try {
            files.delete(key);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Object {0} cannot be removed yet: {1}", key, e);
            return false;
        }
        objects.forget(key);
        return true;
    }
}
