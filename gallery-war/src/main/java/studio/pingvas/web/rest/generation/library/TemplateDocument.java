package studio.pingvas.web.rest.generation.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateView;

/**
 * A template.
 *
 * @param origin {@code shipped}, {@code own} or {@code shared}
 * @param visibility {@code private}, {@code public} or {@code withdrawn}
 * @param version to be named by whoever changes it
 */
public record TemplateDocument(
        UUID id,
        String origin,
        String visibility,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String name,
        String description,
        String category,
        String prompt,
        String negativePrompt,
        String style,
        List<TemplateField> fields,
        String size,
        Integer steps,
        Double cfgScale,
        String model,
        List<String> suitedTo) {
    static TemplateDocument of(TemplateView template) {
        Listing listing = template.listing();
        TemplateContent content = template.content();
        return new TemplateDocument(
                listing.id(),
                LibraryNames.nameOf(listing.origin()),
                LibraryNames.nameOf(listing.visibility()),
                listing.version(),
                listing.createdAt(),
                listing.updatedAt(),
                content.name(),
                content.description(),
                content.category(),
                content.prompt(),
                content.negativePrompt(),
                content.style(),
                content.fields(),
                content.size(),
                content.steps(),
                content.cfgScale(),
                content.model(),
                content.suitedTo());
    }

    /**
     * What an author sends.
     *
     * @param visibility {@code private}, or {@code public} for everyone of the installation
     * @param version that the author has seen; only where one is changed
     */
    public record Form(
            String name,
            String description,
            String category,
            String prompt,
            String negativePrompt,
            String style,
            List<TemplateField> fields,
            String size,
            Integer steps,
            Double cfgScale,
            String model,
            List<String> suitedTo,
            String visibility,
            Integer version) {
        TemplateContent content() {
            return new TemplateContent(
                    name,
                    description,
                    category,
                    prompt,
                    negativePrompt,
                    style,
                    fields,
                    size,
                    steps,
                    cfgScale,
                    model,
                    suitedTo);
        }

        boolean published() {
            return LibraryNames.isPublished(visibility);
        }
    }
}
