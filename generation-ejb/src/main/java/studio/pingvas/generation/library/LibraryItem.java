package studio.pingvas.generation.library;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.ChangedMeanwhileException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.Visibility;
import studio.pingvas.platform.Uuid7;

/** Something that a person keeps in the library, and may publish. */
@MappedSuperclass
public abstract class LibraryItem {
    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private int version;

    /** In lower case. */
    @Column(name = "search_text")
    private String searchText;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected LibraryItem() {}

    protected LibraryItem(UUID userId, boolean published, Instant now) {
        this.id = Uuid7.create();
        this.userId = userId;
        this.visibility = published ? Visibility.PUBLIC : Visibility.PRIVATE;
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /**
     * @param seen version that the change was made for
     * @throws ChangedMeanwhileException if there is a newer one
     */
    void requireChangeable(Integer seen, boolean published) {
        if (seen == null) {
            throw new InvalidRequestException("/version", "Say which version you have seen.");
        }
        if (seen != version) {
            throw new ChangedMeanwhileException();
        }
        if (published && visibility == Visibility.WITHDRAWN) {
            throw new InvalidRequestException(
                    "/visibility",
                    "An administrator has withdrawn it; it cannot be published again.");
        }
    }

    /** By which texts a search finds it; a null counts for nothing. */
    protected void findBy(String name, String description) {
        searchText = searchTextOf(name, description);
    }

    static String searchTextOf(String name, String description) {
        String text = description == null ? name : name + " " + description;
        return text.toLowerCase(Locale.ROOT);
    }

    /** Its content is another, and it is shown to everyone or not; what was withdrawn is not. */
    protected void changed(boolean published, Instant now) {
        if (visibility != Visibility.WITHDRAWN) {
            visibility = published ? Visibility.PUBLIC : Visibility.PRIVATE;
        }
        count(now);
    }

    private void count(Instant now) {
        version++;
        updatedAt = now;
    }

    void withdraw(Instant now) {
        if (visibility != Visibility.WITHDRAWN) {
            visibility = Visibility.WITHDRAWN;
            count(now);
        }
    }

    public UUID userId() {
        return userId;
    }

    public Listing listingFor(UUID reader) {
        Origin origin = userId.equals(reader) ? Origin.OWN : Origin.SHARED;
        return new Listing(id, origin, visibility, version, createdAt, updatedAt);
    }
}
