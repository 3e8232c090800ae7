package studio.pingvas.generation.templates;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.library.LibraryLists;
import studio.pingvas.generation.library.LibraryShelf;

/** Templates in PostgreSQL, beside the shipped ones in files. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaTemplates implements Templates {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject DatabaseClock clock;

    @Override
    public LibraryPage<TemplateView> list(UUID userId, LibraryQuery query) {
        return new LibraryLists<Template, TemplateView>(
                        shelf(),
                        CATEGORIES,
                        TemplateView::listing,
                        template -> template.viewFor(userId))
                .page(userId, query, ShippedTemplate.ALL.in(query.language()));
    }

    @Override
    public TemplateView get(UUID userId, UUID id, String language) {
        return ShippedTemplate.ALL
                .find(id, language)
                .orElseGet(() -> shelf().visibleTo(userId, id).viewFor(userId));
    }

    @Override
    public TemplateView create(UUID userId, TemplateContent content, boolean published) {
        TemplateRules.check(content);
        Template template = new Template(userId, content, published, clock.now());
        return shelf().add(template).viewFor(userId);
    }

    @Override
    public TemplateView change(
            UUID userId, UUID id, Integer version, TemplateContent content, boolean published) {
        Template template = shelf().changeable(userId, id, version, published);
        TemplateRules.check(content);
        template.change(content, published, clock.now());
        return template.viewFor(userId);
    }

    @Override
    public void delete(UUID userId, UUID id) {
        shelf().delete(userId, id);
    }

    @Override
    public UUID withdraw(UUID id) {
        return shelf().withdraw(id, clock.now());
    }

    private LibraryShelf<Template> shelf() {
        return new LibraryShelf<>(entities, Template.class, "The template");
    }
}
