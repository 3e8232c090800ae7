package studio.pingvas.gallery.images.boundary;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.gallery.images.boundary.Gallery.anImage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.store.FileObjectStore;

/** What the database itself refuses, whoever writes it. */
class ImageGuardsTest {
    @TempDir Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "position = -1                            | natural_number",
                "width = 0                                | pixels",
                "height = 0                               | pixels",
                "prompt = repeat('x', 10001)              | prompt",
                "negative_prompt = repeat('x', 10001)     | prompt",
                "model = ''                               | model_name",
                "model = repeat('x', 201)                 | model_name",
                "seed = -1                                | seed",
                "steps = -1                               | natural_number",
                "cfg_scale = -0.5                         | cfg_scale",
                "scheduler = repeat('x', 101)             | scheduler_name",
                "original_key = '../secret'               | object_key",
                "bytes = 0                                | byte_count",
                "thumbnail_bytes = 0                      | byte_count",
                "sha256 = repeat('A', 64)                 | sha256",
                "recipe = '[]'                            | recipe",
                "recipe = json_build_object('x', repeat('x', 200000)) | recipe",
            })
    void aWrongValueIsRefused(String change, String guard) {
        Gallery gallery = new Gallery(new FileObjectStore(root));
        NewImage image = anImage(Uuid7.create());
        gallery.record(image);
        String update = "update gallery.image set %s where id = '%s'".formatted(change, image.id());
        assertThatThrownBy(() -> gallery.execute(update))
                .hasStackTraceContaining(
                        "value for domain %s violates check constraint".formatted(guard));
    }
}
