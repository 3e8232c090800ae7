package studio.pingvas.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.StubRequest;

class BearerTokenTest {
    @Test
    void schemeIsReadInAnyCase() {
        assertThat(BearerToken.of(with("Bearer abc"))).contains("abc");
        assertThat(BearerToken.of(with("bearer abc "))).contains("abc");
    }

    @Test
    void otherSchemesAreNoTokens() {
        assertThat(BearerToken.of(with("Basic YTpi"))).isEmpty();
        assertThat(BearerToken.of(with("Bearer"))).isEmpty();
        assertThat(BearerToken.of(StubRequest.to("GET", "/").build())).isEmpty();
    }

    private static HttpServletRequest with(String authorization) {
        return StubRequest.to("GET", "/").header("Authorization", authorization).build();
    }
}
