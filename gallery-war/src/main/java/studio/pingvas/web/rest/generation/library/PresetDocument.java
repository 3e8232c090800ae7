package studio.pingvas.web.rest.generation.library;

import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetView;

/**
 * A prompt preset.
 *
 * @param origin {@code shipped}, {@code own} or {@code shared}
 * @param visibility {@code private}, {@code public} or {@code withdrawn}
 * @param version to be named by whoever changes it
 */
public record PresetDocument(
        UUID id,
        String origin,
        String visibility,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String name,
        String prompt,
        String negativePrompt) {
    static PresetDocument of(PresetView preset) {
        Listing listing = preset.listing();
        PresetContent content = preset.content();
        return new PresetDocument(
                listing.id(),
                LibraryNames.nameOf(listing.origin()),
                LibraryNames.nameOf(listing.visibility()),
                listing.version(),
                listing.createdAt(),
                listing.updatedAt(),
                content.name(),
                content.prompt(),
                content.negativePrompt());
    }

    /**
     * What an author sends.
     *
     * @param visibility {@code private}, or {@code public} for everyone of the installation
     * @param version that the author has seen; only where one is changed
     */
    public record Form(
            String name, String prompt, String negativePrompt, String visibility, Integer version) {
        PresetContent content() {
            return new PresetContent(name, prompt, negativePrompt);
        }

        boolean published() {
            return LibraryNames.isPublished(visibility);
        }
    }
}
