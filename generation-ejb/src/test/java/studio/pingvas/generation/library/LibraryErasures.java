package studio.pingvas.generation.library;

import java.util.UUID;
import studio.pingvas.generation.GenerationDatabase;

/** The erasure of the library in transactions of its own, as the container does it. */
public final class LibraryErasures {
    private LibraryErasures() {}

    public static LibraryErasure on(GenerationDatabase database) {
        return new LibraryErasure() {
            @Override
            public void erase(UUID userId) {
                database.inTransaction(
                        manager -> {
                            LibraryErasure erasure = new LibraryErasure();
                            erasure.entities = manager;
                            erasure.erase(userId);
                            return null;
                        });
            }
        };
    }
}
