package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aRequest;
import static studio.pingvas.generation.jobs.Samples.anImageToImage;
import static studio.pingvas.generation.jobs.Steps.aStep;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.Workflow;

class IdempotentRequestTest {
    private static final UUID USER = UUID.randomUUID();

    @Test
    void theSameKeyOfTheSameUserNamesTheSameJob() {
        assertThat(of(USER, "key")).isEqualTo(of(USER, "key"));
    }

    @Test
    void userKindAndKeyEachMakeAnotherJob() {
        GenerationRequest other = anImageToImage("a", null, null);

        assertThat(of(USER, "key").id())
                .isNotEqualTo(of(UUID.randomUUID(), "key").id())
                .isNotEqualTo(IdempotentRequest.of(USER, other, "-", "key").id())
                .isNotEqualTo(of(USER, "other").id());
    }

    @Test
    void withoutAKeyEveryRequestIsANewJob() {
        assertThat(of(USER, null).id()).isNotEqualTo(of(USER, null).id());
    }

    @Test
    void onlyAnIdWithoutAKeyIsNew() {
        assertThat(of(USER, null).isNew()).isTrue();
        assertThat(of(USER, "key").isNew()).isFalse();
    }

    @Test
    void anotherRequestHasAnotherDigest() {
        assertThat(IdempotentRequest.of(USER, aRequest("b"), "-", "key").sha256())
                .isNotEqualTo(of(USER, "key").sha256());
    }

    @Test
    void otherFilesBesideTheSameWordsHaveAnotherDigest() {
        assertThat(IdempotentRequest.of(USER, aRequest("a"), "00 -", "key").sha256())
                .isNotEqualTo(of(USER, "key").sha256());
    }

    @Test
    void stepsOfAnotherKindWithTheSameFieldsHaveAnotherDigest() {
        Workflow words = Workflow.of(List.of(aStep("text-to-image").saying("a").build()));
        Workflow over = Workflow.of(List.of(aStep("image-to-image").saying("a").build()));

        assertThat(IdempotentRequest.of(USER, words, "-", "key").sha256())
                .isNotEqualTo(IdempotentRequest.of(USER, over, "-", "key").sha256());
    }

    @Test
    void anEmptyOrOverlongKeyIsRefused() {
        assertThatThrownBy(() -> of(USER, " ")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> of(USER, "k".repeat(256)))
                .isInstanceOf(InvalidRequestException.class);
    }

    private static IdempotentRequest of(UUID user, String key) {
        return IdempotentRequest.of(user, aRequest("a"), "-", key);
    }
}
