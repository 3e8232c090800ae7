package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;

/**
 * Stored workflows: shipped ones, the user's own, and those that others have published. Any other
 * is not found ({@link studio.pingvas.contracts.NotFoundException}), and so is somebody else's or a
 * shipped one where it is to be changed. Others see the newest version alone.
 */
@Local
public interface Workflows {
    /** Without their documents. There are no categories. */
    LibraryPage<WorkflowView> list(UUID userId, LibraryQuery query);

    /**
     * @param language of a shipped one, as in {@link LibraryQuery}
     */
    WorkflowView get(UUID userId, UUID id, String language);

    /**
     * @throws studio.pingvas.contracts.InvalidRequestException naming all that is not acceptable
     * @throws studio.pingvas.contracts.generation.library.LibraryFullException if the user has as
     *     many as there may be
     */
    WorkflowView create(UUID userId, WorkflowContent content, boolean published);

    /**
     * Makes a new version if the document is another; the last 100 are kept.
     *
     * @param revision that the user has seen: the version of its listing
     * @throws studio.pingvas.contracts.ChangedMeanwhileException if it is not the newest
     * @throws studio.pingvas.contracts.InvalidRequestException as for {@link #create}, or if it is
     *     to be published and an administrator has withdrawn it
     */
    WorkflowView change(
            UUID userId, UUID id, Integer revision, WorkflowContent content, boolean published);

    void delete(UUID userId, UUID id);

    /** Newest first, without their documents. */
    List<WorkflowVersionView> versions(UUID userId, UUID id);

    WorkflowVersionView version(UUID userId, UUID id, int version);

    /**
     * What is wrong with a document, as far as it can be said before it is run.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException naming all of it
     */
    void validate(WorkflowDocument workflow);

    /**
     * For administrators: nobody but its owner sees it from now on. Repeated, it does nothing.
     *
     * @return the owner
     */
    UUID withdraw(UUID id);
}
