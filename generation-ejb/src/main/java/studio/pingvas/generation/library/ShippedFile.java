package studio.pingvas.generation.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import studio.pingvas.platform.json.Json;

/** Files with what came with the product. */
public final class ShippedFile {
    private ShippedFile() {}

    /**
     * @param neighbour class beside which the file lies
     * @throws UncheckedIOException if the file is missing or malformed
     */
    public static <T> List<T> read(Class<?> neighbour, String file, Class<T[]> type) {
        try (InputStream json = neighbour.getResourceAsStream(file)) {
            if (json == null) {
                throw new IOException("The file is not there: " + file);
            }
            return List.of(Json.strictMapper().readValue(json, type));
        } catch (IOException e) {
            throw new UncheckedIOException("Of " + neighbour.getPackageName(), e);
        }
    }
}
