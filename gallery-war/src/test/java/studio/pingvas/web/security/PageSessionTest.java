package studio.pingvas.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.web.StubRequest;

class PageSessionTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/users/me,API",
        "/ws/queue/me,SOCKET",
        "/app/generate.xhtml,PAGE",
        "/login.xhtml,PAGE",
        "/apiary.xhtml,PAGE",
        "/,PAGE"
    })
    void requestsComeThroughThreeDoors(String path, RequestKind kind) {
        assertThat(RequestKind.of(StubRequest.to("GET", path).build())).isEqualTo(kind);
    }

    @Test
    void sessionRemembersWhoSignedIn() {
        HttpServletRequest request = StubRequest.to("POST", "/login.xhtml").build();
        assertThat(PageSession.idOf(request)).isEmpty();
        UUID session = UUID.randomUUID();
        PageSession.open(
                request,
                new Identity(UUID.randomUUID(), "ann@example.test", Set.of("user"))
                        .inSession(session));
        assertThat(PageSession.idOf(request)).contains(session);
        PageSession.forget(request);
        assertThat(PageSession.idOf(request)).isEmpty();
    }

    @Test
    void onlyPagesUnderAppNeedASession() {
        assertThat(PageSession.isNeededFor(StubRequest.to("GET", "/app/gallery.xhtml").build()))
                .isTrue();
        for (String open : new String[] {"/login.xhtml", "/register.xhtml", "/ready", "/apps"}) {
            assertThat(PageSession.isNeededFor(StubRequest.to("GET", open).build())).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void cookieAloneReadsTheApi(String method) {
        assertThat(mayAuthenticate(StubRequest.to(method, "/api/v1/images"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void cookieChangesSomethingOnlyFromOurOwnPages(String method) {
        StubRequest request = StubRequest.to(method, "/api/v1/images/1");
        assertThat(mayAuthenticate(request)).isFalse();
        assertThat(mayAuthenticate(request.header("Sec-Fetch-Site", "cross-site"))).isFalse();
        assertThat(mayAuthenticate(request.header("Sec-Fetch-Site", "same-site"))).isFalse();
        assertThat(mayAuthenticate(request.header("Sec-Fetch-Site", "same-origin"))).isTrue();
    }

    private static boolean mayAuthenticate(StubRequest request) {
        return PageSession.mayAuthenticate(request.build(), RequestKind.API);
    }
}
