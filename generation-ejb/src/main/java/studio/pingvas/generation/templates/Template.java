package studio.pingvas.generation.templates;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.generation.library.LibraryItem;
import studio.pingvas.platform.json.Json;

/** A template that a person has written. */
@Entity
@Table(name = "template")
public class Template extends LibraryItem {
    private String name;
    private String category;

    /** All of it as JSON; what lists look at stands in columns besides. */
    private String content;

    protected Template() {}

    Template(UUID userId, TemplateContent content, boolean published, Instant now) {
        super(userId, published, now);
        take(content);
    }

    void change(TemplateContent newContent, boolean published, Instant now) {
        take(newContent);
        changed(published, now);
    }

    private void take(TemplateContent taken) {
        name = taken.name();
        category = taken.category();
        content = Json.write(taken);
        findBy(taken.name(), taken.description());
    }

    TemplateContent content() {
        return Json.read(content, TemplateContent.class);
    }

    TemplateView viewFor(UUID reader) {
        return new TemplateView(listingFor(reader), content());
    }
}
