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
 * Looks into uploaded files and keeps them. A file is whole in memory only here, and files take
 * turns by their size: however many come at once, they never take more of the heap than {@link
 * HeapShare}.
 */
@ApplicationScoped
public class UploadedFiles {
    private static final Logger LOG = System.getLogger(UploadedFiles.class.getName());
    private static final byte[] NOTHING_YET = {};

    private final HeapShare heap = new HeapShare(2L * PictureHeader.MAX_BYTES);

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
        pictures.files().forEach((name, file) -> uploads.put(name, check(file)));
        return new Uploads(uploads);
    }

    private Upload check(UploadedFile file) {
        if (file instanceof AnnouncedPicture picture) {
            return upload(file, accepted(() -> headerOf(picture)), NOTHING_YET);
        }
        requireLength(file);
        return inTurn(file.length(), () -> look(file, file.bytes()));
    }

    /**
     * @param key under which a picture of an earlier request was kept
     * @return nothing if it is not kept any more
     */
    Optional<Upload> checkKept(String key) {
        return inTurn(
                PictureHeader.MAX_BYTES,
                () -> {
                    try (InputStream object = store.open(key)) {
                        byte[] bytes = object.readAllBytes();
                        return Optional.of(look(new KeptFile(key, bytes.length), bytes));
                    } catch (NoSuchFileException e) {
                        return Optional.empty();
                    }
                });
    }

    /** Keeps the picture alone: a photograph tells where it was taken, a file may hold a second. */
    void keep(Upload upload, String key) {
        inTurn(
                2 * upload.file().length(),
                () -> {
                    byte[] picture = BarePicture.of(upload.file().bytes()).bytes();
                    store.put(key, picture, upload.format().mediaType());
                    return null;
                });
    }

    void delete(String key) throws IOException {
        store.delete(key);
    }

    private static Upload look(UploadedFile file, byte[] bytes) {
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

    /** Before it takes any room. */
    private static void requireLength(UploadedFile file) {
        try {
            PictureHeader.requireLength(file.length());
        } catch (PictureRefusedException e) {
            throw notAccepted(e);
        }
    }

    private static PictureHeader accepted(Supplier<PictureHeader> header) {
        try {
            return header.get();
        } catch (PictureRefusedException e) {
            throw notAccepted(e);
        }
    }

    private static PictureNotAcceptedException notAccepted(PictureRefusedException e) {
        return new PictureNotAcceptedException(
                PictureNotAcceptedException.Reason.valueOf(e.reason().name()), e.getMessage());
    }

    private <T> T inTurn(long bytes, HeapShare.Work<T> work) {
        try {
            return heap.take(bytes, work);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An uploaded picture cannot be kept", e);
            throw new UnavailableException("Pictures cannot be kept just now. Try again soon.");
        }
    }

    /** A picture of an earlier request, as long as it is kept. */
    private final class KeptFile implements UploadedFile {
        private final String key;
        private final long length;

        private KeptFile(String key, long length) {
            this.key = key;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public byte[] bytes() throws IOException {
            try (InputStream object = store.open(key)) {
                return object.readAllBytes();
            }
        }
    }
}
