package studio.pingvas.generation.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.platform.json.Json;

/** All of one kind that came with the product. */
public final class ShippedItems<V> {
    private static final String FILE = "shipped.json";

    private final List<? extends Item<V>> items;

    /** As it stands in the file: in every language. */
    public interface Item<V> {
        /**
         * @param language as {@link LocalText#spoken} names it
         * @param number in the file, from 0
         */
        Shipped<V> in(String language, int number);
    }

    private ShippedItems(List<? extends Item<V>> items) {
        this.items = items;
    }

    /**
     * @param type of the items, beside which their file lies
     * @throws UncheckedIOException if the file is missing or malformed
     */
    public static <V, I extends Item<V>> ShippedItems<V> read(Class<I> type, Class<I[]> all) {
        try (InputStream json = type.getResourceAsStream(FILE)) {
            if (json == null) {
                throw new IOException("The file is not there: " + FILE);
            }
            return new ShippedItems<>(List.of(Json.strictMapper().readValue(json, all)));
        } catch (IOException e) {
            throw new UncheckedIOException("Of " + type.getPackageName(), e);
        }
    }

    /** In the order of the file. */
    public List<Shipped<V>> in(String language) {
        List<Shipped<V>> shipped = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            shipped.add(items.get(i).in(LocalText.spoken(language), i));
        }
        return List.copyOf(shipped);
    }

    public Optional<V> find(UUID id, String language) {
        return in(language).stream()
                .filter(item -> item.listing().id().equals(id))
                .map(Shipped::view)
                .findFirst();
    }
}
