package studio.pingvas.generation.inputs;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.platform.store.FileObjectStore;

/** Wires what the container would inject. */
public final class InputsForTests {
    private InputsForTests() {}

    public static InputFinder finder(ImageCatalog images, KeptInputs kept) {
        InputFinder finder = new InputFinder();
        finder.images = images;
        finder.files = kept.files;
        return finder;
    }

    public static KeptInputs kept(GenerationDatabase database, Path folder) {
        KeptInputs inputs = new KeptInputs();
        inputs.files = new UploadedFiles();
        inputs.files.store = new FileObjectStore(folder);
        inputs.objects =
                new InputObjects() {
                    @Override
                    public void note(String key, UUID userId, UUID jobId) {
                        with(
                                database,
                                objects -> {
                                    objects.note(key, userId, jobId);
                                    return null;
                                });
                    }

                    @Override
                    public List<String> needless(int limit) {
                        return with(database, objects -> objects.needless(limit));
                    }

                    @Override
                    public void forget(String key) {
                        with(
                                database,
                                objects -> {
                                    objects.forget(key);
                                    return null;
                                });
                    }
                };
        return inputs;
    }

    /** Where those pictures are looked at. */
    public static UploadedFiles files(KeptInputs kept) {
        return kept.files;
    }

    /** The picture as it comes with a request. */
    public static InputPicture uploaded(KeptInputs kept, byte[] picture) {
        Upload upload =
                kept.files.check(new UploadedPictures(new FileInMemory(picture), null)).image();
        return new InputPicture(null, null, upload, upload.extent());
    }

    private static <T> T with(GenerationDatabase database, Function<InputObjects, T> work) {
        return database.inTransaction(
                entities -> {
                    InputObjects objects = new InputObjects();
                    objects.entities = entities;
                    return work.apply(objects);
                });
    }
}
