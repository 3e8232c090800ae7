package studio.pingvas.generation.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static studio.pingvas.generation.jobs.Steps.aStep;
import static studio.pingvas.generation.jobs.Steps.words;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.ChangedMeanwhileException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkflowContent;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.contracts.generation.WorkflowReference;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.library.LibraryFullException;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.Visibility;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.graph.StoredWorkflows.Stored;

class JpaWorkflowsTest {
    private static final WorkflowContent HOUSE = content("House", "a house");
    private static final WorkflowContent TREE = content("Tree", "a tree");

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void documentIsReadBackAsItWasWritten() {
        WorkflowDocument whole =
                new WorkflowDocument(
                        Map.of(
                                "photo", new WorkflowInput("image", null, "Your picture"),
                                "what", new WorkflowInput("text", "a \"cat\"", null)),
                        List.of(
                                aStep("inpaint")
                                        .called("a")
                                        .from("photo")
                                        .masked("photo")
                                        .saying("{what}")
                                        .givingUp(0.3)
                                        .build(),
                                aStep("upscale").from("a").scaled(4).build()),
                        null);

        UUID id = create(ann, new WorkflowContent("W", null, whole, null), false);

        assertThat(with(w -> w.get(ann, id, "en")).workflow()).isEqualTo(whole);
    }

    @Test
    void workflowIsItsOwnersUntilItIsPublished() {
        UUID id = create(ann, HOUSE, false);

        assertNotFound(w -> w.get(bob, id, "en"));
        assertNotFound(w -> w.versions(bob, id));
        assertNotFound(w -> w.version(bob, id, 1));
        assertNotFound(w -> w.change(bob, id, 1, HOUSE, true));
        assertThatThrownBy(() -> delete(bob, id)).isInstanceOf(NotFoundException.class);
        assertThat(found(ann, id, null).reference()).isEqualTo(new WorkflowReference(id, 1));
        assertThatThrownBy(() -> found(bob, id, null)).isInstanceOf(NotFoundException.class);
        with(w -> w.change(ann, id, 1, HOUSE, true));
        assertThat(with(w -> w.get(bob, id, "en")).listing().origin()).isEqualTo(Origin.SHARED);
        assertThat(found(bob, id, null).document()).isEqualTo(HOUSE.workflow());
        assertNotFound(w -> w.change(bob, id, 2, HOUSE, true));
    }

    @Test
    void anotherDocumentIsANewVersionAndAnotherNameIsNot() {
        UUID id = create(ann, HOUSE, true);

        WorkflowView renamed = with(w -> w.change(ann, id, 1, content("Villa", "a house"), true));
        WorkflowView changed = with(w -> w.change(ann, id, 2, TREE, true));

        assertThat(renamed.version()).isEqualTo(1);
        assertThat(renamed.listing().version()).isEqualTo(2);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(versions(ann, id)).containsExactly(2, 1);
        assertThat(with(w -> w.version(ann, id, 1)).workflow()).isEqualTo(HOUSE.workflow());
        assertThat(found(ann, id, 1).document()).isEqualTo(HOUSE.workflow());
        assertThat(found(ann, id, null).document()).isEqualTo(TREE.workflow());
        assertNotFound(w -> w.version(ann, id, 3));
    }

    @Test
    void othersSeeTheNewestVersionAlone() {
        UUID id = create(ann, HOUSE, false);
        with(w -> w.change(ann, id, 1, TREE, true));

        assertThat(versions(bob, id)).containsExactly(2);
        assertNotFound(w -> w.version(bob, id, 1));
        assertThatThrownBy(() -> found(bob, id, 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void changeOfWhatSomebodyElseHasChangedMeanwhileIsRefused() {
        UUID id = create(ann, HOUSE, false);
        with(w -> w.change(ann, id, 1, TREE, false));

        assertThatThrownBy(() -> with(w -> w.change(ann, id, 1, HOUSE, false)))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void lastHundredVersionsAreKept() {
        UUID id = create(ann, HOUSE, false);
        for (int i = 1; i <= WorkflowVersions.KEPT; i++) {
            int revision = i;
            with(w -> w.change(ann, id, revision, content("House", "a house " + revision), false));
        }

        assertThat(versions(ann, id)).hasSize(WorkflowVersions.KEPT);
        assertNotFound(w -> w.version(ann, id, 1));
        assertThat(with(w -> w.version(ann, id, 2)).version()).isEqualTo(2);
    }

    @Test
    void versionCannotBeChangedInTheDatabase() {
        create(ann, HOUSE, false);

        assertThatThrownBy(
                        () ->
                                database.inTransaction(
                                        entities ->
                                                entities.createNativeQuery(
                                                                "update workflow_version set"
                                                                        + " document = '{}'")
                                                        .executeUpdate()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void deletedWorkflowIsGoneWithItsVersions() {
        UUID id = create(ann, HOUSE, true);
        delete(ann, id);

        assertNotFound(w -> w.get(ann, id, "en"));
        assertNotFound(w -> w.version(ann, id, 1));
    }

    @Test
    void withdrawnWorkflowIsItsOwnersAlone() {
        UUID id = create(ann, HOUSE, true);

        UUID owner = with(w -> w.withdraw(id));

        assertThat(owner).isEqualTo(ann);

        assertNotFound(w -> w.get(bob, id, "en"));
        assertThat(with(w -> w.get(ann, id, "en")).listing().visibility())
                .isEqualTo(Visibility.WITHDRAWN);
    }

    @Test
    void allThatIsWrongIsNamed() {
        WorkflowContent wrong =
                new WorkflowContent(
                        " ",
                        "x".repeat(501),
                        new WorkflowDocument(
                                null,
                                List.of(words("").build(), aStep("upscale").scaled(3).build()),
                                null),
                        "two\nlines");

        InvalidRequestException refusal =
                catchThrowableOfType(
                        InvalidRequestException.class, () -> create(ann, wrong, false));

        assertThat(refusal.violations())
                .extracting(Violation::pointer)
                .containsExactly(
                        "/name",
                        "/description",
                        "/note",
                        "/workflow/steps/0/prompt",
                        "/workflow/steps/1/scale");
    }

    @Test
    void documentIsAtMost64KiB() {
        WorkflowDocument large =
                new WorkflowDocument(
                        null,
                        Collections.nCopies(
                                8, aStep("image-to-image").saying("\u0001".repeat(2_000)).build()),
                        null);

        assertThatThrownBy(() -> run(w -> w.validate(large)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e ->
                                assertThat(e.violations())
                                        .extracting(Violation::detail)
                                        .contains("At most 64 KiB."));
    }

    @Test
    void nobodyKeepsMoreThanTwoHundred() {
        for (int i = 0; i < 200; i++) {
            create(ann, HOUSE, false);
        }

        assertThatThrownBy(() -> create(ann, HOUSE, false))
                .isInstanceOf(LibraryFullException.class);
        create(bob, HOUSE, false);
    }

    @Test
    void listsAreWithoutDocumentsAndEndWithWhatIsShipped() {
        create(ann, HOUSE, false);
        create(bob, TREE, true);
        create(bob, content("Secret", "a secret"), false);

        List<WorkflowView> items = list(null).items();

        assertThat(items).extracting(WorkflowView::name).startsWith("Tree", "House").hasSize(5);
        assertThat(items).extracting(WorkflowView::workflow).containsOnlyNulls();
        assertThat(list(Origin.OWN).items())
                .extracting(WorkflowView::name)
                .containsExactly("House");
    }

    @Test
    void shippedWorkflowsAreRightAndRunInBothLanguages() {
        List<WorkflowView> shipped = list(Origin.SHIPPED).items();

        assertThat(shipped).hasSize(3);
        for (WorkflowView listed : shipped) {
            UUID id = listed.listing().id();
            WorkflowView korean = with(w -> w.get(bob, id, "ko"));
            run(w -> w.validate(korean.workflow()));
            assertThat(korean.name()).isNotEqualTo(listed.name());
            assertThat(korean.workflow().inputs().values())
                    .allSatisfy(input -> assertThat(input.label()).isNotBlank());
            assertThat(found(bob, id, 1).document().steps()).isNotEmpty();
            assertThat(versions(bob, id)).hasSize(1);
            assertNotFound(w -> w.version(bob, id, 2));
            assertNotFound(w -> w.change(bob, id, 1, HOUSE, false));
        }
    }

    private LibraryPage<WorkflowView> list(Origin origin) {
        return with(w -> w.list(ann, new LibraryQuery(null, null, origin, "en", null, 20)));
    }

    private Stored found(UUID user, UUID id, Integer version) {
        return with(
                workflows -> {
                    WorkflowFinder finder = new WorkflowFinder();
                    finder.workflows = workflows;
                    return finder.require(user, id, version);
                });
    }

    private List<Integer> versions(UUID user, UUID id) {
        List<WorkflowVersionView> versions = with(w -> w.versions(user, id));
        return versions.stream().map(WorkflowVersionView::version).toList();
    }

    private UUID create(UUID user, WorkflowContent content, boolean published) {
        return with(w -> w.create(user, content, published)).listing().id();
    }

    private void delete(UUID user, UUID id) {
        run(w -> w.delete(user, id));
    }

    private void assertNotFound(Function<JpaWorkflows, Object> call) {
        assertThatThrownBy(() -> with(call)).isInstanceOf(NotFoundException.class);
    }

    private void run(Consumer<JpaWorkflows> call) {
        with(
                workflows -> {
                    call.accept(workflows);
                    return null;
                });
    }

    private <T> T with(Function<JpaWorkflows, T> call) {
        return database.inTransaction(
                entities -> {
                    JpaWorkflows workflows = new JpaWorkflows();
                    workflows.entities = entities;
                    workflows.clock = GenerationDatabase.clock(entities);
                    return call.apply(workflows);
                });
    }

    private static WorkflowContent content(String name, String prompt) {
        return new WorkflowContent(
                name,
                "",
                new WorkflowDocument(Map.of(), List.of(words(prompt).build()), null),
                "changed");
    }
}
