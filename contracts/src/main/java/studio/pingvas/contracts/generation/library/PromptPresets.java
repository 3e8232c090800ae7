package studio.pingvas.contracts.generation.library;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * Pieces of prompts with a name: shipped ones, the user's own, and those that others have
 * published. What may not be seen or changed is not found, as in {@link Templates}.
 */
@Local
public interface PromptPresets {
    /** As {@link Templates#list}; there are no categories. */
    LibraryPage<PresetView> list(UUID userId, LibraryQuery query);

    PresetView get(UUID userId, UUID id, String language);

    /** As {@link Templates#create}. */
    PresetView create(UUID userId, PresetContent content, boolean published);

    /** As {@link Templates#change}. */
    PresetView change(
            UUID userId, UUID id, Integer version, PresetContent content, boolean published);

    void delete(UUID userId, UUID id);

    /**
     * @throws studio.pingvas.contracts.InvalidRequestException if it becomes too long
     */
    PromptWords apply(UUID userId, UUID id, PromptWords words);

    /** All of the user's own, oldest first. */
    List<PresetContent> export(UUID userId);

    /**
     * Adds private presets, all or none.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException naming each value that is not
     *     acceptable
     * @throws LibraryFullException if they would be too many
     */
    PresetImport importAll(UUID userId, List<PresetContent> presets);

    /** As {@link Templates#withdraw}. */
    UUID withdraw(UUID id);
}
