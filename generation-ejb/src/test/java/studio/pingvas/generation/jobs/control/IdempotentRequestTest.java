package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aRequest;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;

class IdempotentRequestTest {
    private static final UUID USER = UUID.randomUUID();

    @Test
    void theSameKeyOfTheSameUserNamesTheSameJob() {
        assertThat(of(USER, "/a", "key")).isEqualTo(of(USER, "/a", "key"));
    }

    @Test
    void userRouteAndKeyEachMakeAnotherJob() {
        assertThat(of(USER, "/a", "key").jobId())
                .isNotEqualTo(of(UUID.randomUUID(), "/a", "key").jobId())
                .isNotEqualTo(of(USER, "/b", "key").jobId())
                .isNotEqualTo(of(USER, "/a", "other").jobId());
    }

    @Test
    void withoutAKeyEveryRequestIsANewJob() {
        assertThat(of(USER, "/a", null).jobId()).isNotEqualTo(of(USER, "/a", null).jobId());
    }

    @Test
    void anotherRequestHasAnotherDigest() {
        assertThat(IdempotentRequest.of(USER, "/a", aRequest("b"), "key").sha256())
                .isNotEqualTo(of(USER, "/a", "key").sha256());
    }

    @Test
    void anEmptyOrOverlongKeyIsRefused() {
        assertThatThrownBy(() -> of(USER, "/a", " ")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> of(USER, "/a", "k".repeat(256)))
                .isInstanceOf(InvalidRequestException.class);
    }

    private static IdempotentRequest of(UUID user, String route, String key) {
        return IdempotentRequest.of(user, route, aRequest("a"), key);
    }
}
