package studio.pingvas.web.faces.generation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.Visibility;

class WorkflowDraftTest {
    private final WorkflowDraft draft = new WorkflowDraft();

    @Test
    void exampleIsADocument() {
        WorkflowDocument example = DocumentText.read(draft.getText());

        assertThat(example.inputs()).containsKey("subject");
        assertThat(example.steps()).hasSize(2);
        assertThat(draft.isFresh()).isTrue();
    }

    @Test
    void whatIsStoredIsReadBackWordForWord() {
        WorkflowDocument document = DocumentText.read(draft.getText());

        draft.take(stored(document, Origin.OWN));
        draft.setText(draft.getText().replace("\n", "\r\n"));

        assertThat(draft.isAsStored()).isTrue();
        assertThat(draft.isOwn()).isTrue();
        assertThat(draft.content().workflow()).isEqualTo(document);
        draft.setText(draft.getText() + " ");
        assertThat(draft.isAsStored()).isFalse();
    }

    @Test
    void copyOfSomebodyElsesIsNobodysYet() {
        draft.take(stored(DocumentText.read(draft.getText()), Origin.SHARED));
        draft.becomeNew();

        assertThat(draft.isFresh()).isTrue();
        assertThat(draft.isPublished()).isFalse();
        assertThat(draft.isAsStored()).isFalse();
        assertThat(draft.getName()).isEqualTo("Cats");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "{ | ''",
                "null | ''",
                "[] | ''",
                "{\"steps\":[{\"kind\":\"upscale\",\"scal\":2}]} | /steps/0/scal",
                "{\"steps\":7} | /steps"
            })
    void whatIsNoDocumentIsNamed(String text, String pointer) {
        assertThatThrownBy(() -> DocumentText.read(text))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.violations().get(0).pointer()).isEqualTo(pointer));
    }

    private static WorkflowView stored(WorkflowDocument document, Origin origin) {
        Listing listing =
                new Listing(
                        UUID.randomUUID(),
                        origin,
                        Visibility.PUBLIC,
                        4,
                        Instant.EPOCH,
                        Instant.EPOCH);
        return new WorkflowView(listing, "Cats", "", 3, document);
    }
}
