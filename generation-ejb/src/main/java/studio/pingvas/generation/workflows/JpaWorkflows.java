package studio.pingvas.generation.workflows;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowContent;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.Workflows;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.library.LibraryLists;

/** Workflows in PostgreSQL, beside the shipped ones in a file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaWorkflows implements Workflows {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject DatabaseClock clock;

    @Override
    public LibraryPage<WorkflowView> list(UUID userId, LibraryQuery query) {
        return new LibraryLists<StoredWorkflow, WorkflowView>(
                        shelf().items(),
                        List.of(),
                        WorkflowView::listing,
                        workflow -> workflow.viewFor(userId, null))
                .page(userId, query, ShippedWorkflow.ALL.in(query.language()))
                .map(WorkflowView::withoutDocument);
    }

    @Override
    public WorkflowView get(UUID userId, UUID id, String language) {
        return ShippedWorkflow.ALL.find(id, language).orElseGet(() -> own(userId, id));
    }

    private WorkflowView own(UUID userId, UUID id) {
        StoredWorkflow workflow = shelf().items().visibleTo(userId, id);
        return workflow.viewFor(userId, shelf().version(userId, id, null).workflow());
    }

    @Override
    public WorkflowView create(UUID userId, WorkflowContent content, boolean published) {
        WorkflowContentRules.check(content);
        Instant now = clock.now();
        StoredWorkflow workflow =
                shelf().items().add(new StoredWorkflow(userId, content, published, now));
        entities.flush();
        WorkflowView view = workflow.viewFor(userId, content.workflow());
        shelf().versions().add(view.listing().id(), 1, content, now);
        return view;
    }

    @Override
    public WorkflowView change(
            UUID userId, UUID id, Integer revision, WorkflowContent content, boolean published) {
        StoredWorkflow workflow = shelf().items().changeable(userId, id, revision, published);
        WorkflowContentRules.check(content);
        WorkflowVersion newest = shelf().versions().require(id, workflow.newestVersion());
        boolean other = !newest.says(content.workflow());
        Instant now = clock.now();
        workflow.change(content, other, published, now);
        if (other) {
            shelf().versions().add(id, workflow.newestVersion(), content, now);
        }
        return workflow.viewFor(userId, content.workflow());
    }

    @Override
    public void delete(UUID userId, UUID id) {
        shelf().items().delete(userId, id);
    }

    @Override
    public List<WorkflowVersionView> versions(UUID userId, UUID id) {
        Optional<WorkflowView> shipped = ShippedWorkflow.ALL.find(id, null);
        if (shipped.isPresent()) {
            return List.of(ShippedWorkflow.listed(shipped.get()));
        }
        StoredWorkflow workflow = shelf().items().visibleTo(userId, id);
        boolean mine = workflow.userId().equals(userId);
        return shelf().versions().of(id).stream()
                .limit(mine ? WorkflowVersions.KEPT : 1)
                .map(WorkflowVersion::listed)
                .toList();
    }

    @Override
    public WorkflowVersionView version(UUID userId, UUID id, int version) {
        return ShippedWorkflow.ALL
                .find(id, null)
                .map(shipped -> ShippedWorkflow.version(shipped, version))
                .orElseGet(() -> shelf().version(userId, id, version));
    }

    @Override
    public void validate(WorkflowDocument workflow) {
        WorkflowContentRules.check(workflow);
    }

    @Override
    public UUID withdraw(UUID id) {
        return shelf().items().withdraw(id, clock.now());
    }

    private WorkflowShelf shelf() {
        return new WorkflowShelf(entities);
    }
}
