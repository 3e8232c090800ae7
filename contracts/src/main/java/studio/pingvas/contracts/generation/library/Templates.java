package studio.pingvas.contracts.generation.library;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * Prompts with fields to fill in: shipped ones, the user's own, and those that others have
 * published. Any other is not found ({@link studio.pingvas.contracts.NotFoundException}), and so is
 * somebody else's or a shipped one where it is to be changed.
 */
@Local
public interface Templates {
    List<String> CATEGORIES =
            List.of(
                    "product",
                    "social",
                    "marketing",
                    "print",
                    "logo",
                    "food",
                    "event",
                    "portrait",
                    "wallpaper",
                    "other");

    /**
     * @throws studio.pingvas.contracts.InvalidRequestException if the category or the cursor is
     *     none
     */
    LibraryPage<TemplateView> list(UUID userId, LibraryQuery query);

    /**
     * @param language of a shipped one, as in {@link LibraryQuery}
     */
    TemplateView get(UUID userId, UUID id, String language);

    /**
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is not acceptable
     * @throws LibraryFullException if the user has as many as there may be
     */
    TemplateView create(UUID userId, TemplateContent content, boolean published);

    /**
     * @param version that the user has seen
     * @throws studio.pingvas.contracts.ChangedMeanwhileException if it is not the newest
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is not acceptable, or if
     *     it is to be published and an administrator has withdrawn it
     */
    TemplateView change(
            UUID userId, UUID id, Integer version, TemplateContent content, boolean published);

    void delete(UUID userId, UUID id);

    /**
     * For administrators: nobody but its owner sees it from now on. Repeated, it does nothing.
     *
     * @return the owner
     */
    UUID withdraw(UUID id);
}
