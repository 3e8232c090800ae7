package studio.pingvas.generation.workflows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowContent;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.generation.library.LibraryItem;

/** A workflow that a person has written; its documents are {@link WorkflowVersion}s. */
@Entity
@Table(name = "workflow")
public class StoredWorkflow extends LibraryItem {
    private String name;
    private String description;

    @Column(name = "newest_version")
    private int newestVersion;

    protected StoredWorkflow() {}

    StoredWorkflow(UUID userId, WorkflowContent content, boolean published, Instant now) {
        super(userId, published, now);
        take(content);
        newestVersion = 1;
    }

    /**
     * @param otherDocument whether that is a new version
     */
    void change(WorkflowContent content, boolean otherDocument, boolean published, Instant now) {
        take(content);
        if (otherDocument) {
            newestVersion++;
        }
        changed(published, now);
    }

    private void take(WorkflowContent content) {
        name = content.name().strip();
        description = content.description() == null ? "" : content.description().strip();
        findBy(name, description);
    }

    int newestVersion() {
        return newestVersion;
    }

    WorkflowView viewFor(UUID reader, WorkflowDocument document) {
        return new WorkflowView(listingFor(reader), name, description, newestVersion, document);
    }
}
