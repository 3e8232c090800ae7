package studio.pingvas.worker.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.PictureReader;
import studio.pingvas.worker.image.TestBitmaps;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.recipe.RecipeStep;

class PictureStoreTest {
    @TempDir Path folder;

    @Test
    void samePictureTwiceKeepsItsPixelsAndTellsEachRecipe() throws IOException {
        PictureStore store = new PictureStore(new FileObjectStore(folder));
        Bitmap first = TestBitmaps.colorful(64, 32);
        Bitmap second = TestBitmaps.colorful(32, 64);

        GeneratedImage once = put(store, first, 7);
        GeneratedImage again = put(store, first, 8);
        GeneratedImage other = put(store, second, 9);

        assertThat(pixelsOf(store, once)).isEqualTo(first.rgba());
        assertThat(pixelsOf(store, again)).isEqualTo(first.rgba());
        assertThat(pixelsOf(store, other)).isEqualTo(second.rgba());
        assertThat(List.of(once.sha256(), again.sha256())).doesNotHaveDuplicates();
    }

    private static GeneratedImage put(PictureStore store, Bitmap bitmap, long seed)
            throws IOException {
        return store.put(
                UUID.randomUUID(), UUID.randomUUID(), new Attempt(1, 1), bitmap, recipe(seed));
    }

    private static Recipe recipe(long seed) {
        return Recipe.of(
                new Recipe.Workshop("Pingvas Studio test", "null", "cpu", 1),
                seed,
                Recipe.Inputs.NONE,
                List.of(
                        new RecipeStep(
                                "text-to-image",
                                "a red house",
                                "",
                                null,
                                4,
                                3,
                                "euler",
                                null,
                                List.of(),
                                64,
                                32,
                                64,
                                32,
                                null)));
    }

    private static byte[] pixelsOf(PictureStore store, GeneratedImage image) throws IOException {
        try (InputStream in = store.open(image.originalKey())) {
            return PictureReader.read(in.readAllBytes()).rgba();
        }
    }
}
