package studio.pingvas.generation.inputs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.contracts.generation.AnnouncedPicture;
import studio.pingvas.contracts.generation.PictureNotAcceptedException;
import studio.pingvas.contracts.generation.UploadedFile;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.platform.Sha256;
import studio.pingvas.platform.picture.BarePicture;
import studio.pingvas.platform.picture.Orientation;
import studio.pingvas.platform.picture.PictureFormat;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.platform.picture.PictureRefusedException;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.StoreSettings;

/**
 * Looks into uploaded files and keeps them. A file is whole in memory only here, and only a few are
 * at a time: however many come at once, the heap stays small.
 */
@ApplicationScoped
public class UploadedFiles {
    private static final Logger LOG = System.getLogger(UploadedFiles.class.getName());
    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final byte[] NOTHING_YET = {};

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    @Inject Config config;

    ObjectStore store;

    @PostConstruct
    void open() {
        store = StoreSettings.from(name -> config.getOptionalValue(name, String.class)).open();
    }

    @PreDestroy
    void close() {
        store.close();
    }

    /**
     * @throws PictureNotAcceptedException if a file is no picture or too large
     */
    public Uploads check(UploadedPictures pictures) {
        Map<String, Upload> uploads = new TreeMap<>();
        pictures.files().forEach((name, file) -> uploads.put(name, inTurn(() -> look(file))));
        return new Uploads(uploads);
    }

    /**
     * @param key under which a picture of an earlier request was kept
     * @return nothing if it is not kept any more
     */
    Optional<Upload> checkKept(String key) {
        return inTurn(
                () -> {
                    try {
                        return Optional.of(look(() -> read(key)));
                    } catch (NoSuchFileException e) {
                        return Optional.empty();
                    }
                });
    }

    /** Keeps the picture alone: a photograph tells where it was taken, a file may hold a second. */
    void keep(Upload upload, String key) {
        inTurn(
                () -> {
                    byte[] picture = BarePicture.of(upload.file().bytes()).bytes();
                    store.put(key, picture, upload.format().mediaType());
                    return null;
                });
    }

    void delete(String key) throws IOException {
        store.delete(key);
    }

    private byte[] read(String key) throws IOException {
        try (InputStream object = store.open(key)) {
            return object.readAllBytes();
        }
    }

    private static Upload look(UploadedFile file) throws IOException {
        if (file instanceof AnnouncedPicture picture) {
            return upload(file, accepted(() -> headerOf(picture)), NOTHING_YET);
        }
        byte[] bytes = file.bytes();
        return upload(file, accepted(() -> PictureHeader.read(bytes)), bytes);
    }

    /** The same limits hold for what is to come. */
    private static PictureHeader headerOf(AnnouncedPicture picture) {
        return new PictureHeader(
                PictureFormat.PNG, picture.width(), picture.height(), Orientation.UPRIGHT, false);
    }

    private static Upload upload(UploadedFile file, PictureHeader header, byte[] bytes) {
        return new Upload(
                file,
                header.format(),
                new Extent(header.shownWidth(), header.shownHeight()),
                Sha256.of(bytes));
    }

    private static PictureHeader accepted(Supplier<PictureHeader> header) {
        try {
            return header.get();
        } catch (PictureRefusedException e) {
            throw new PictureNotAcceptedException(
                    PictureNotAcceptedException.Reason.valueOf(e.reason().name()), e.getMessage());
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T inTurn(Work<T> work) {
        await();
        try {
            return work.run();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An uploaded picture cannot be kept", e);
            throw new UnavailableException("Pictures cannot be kept just now. Try again soon.");
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new UnavailableException(
                        "Too many pictures are uploaded at the moment. Try again soon.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The server is going down. Try again soon.");
        }
    }
}
