package studio.pingvas.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.StubRequest;

class UnchangedAnswerFilterTest {
    @Test
    void resourceIsCalledAfterTheServerForgotWhomToAsk() throws Exception {
        HttpServletRequest request = StubRequest.to("GET", "/api/v1/models").build();
        request.setAttribute(UnchangedAnswerFilter.MESSAGE, "whom to ask");
        request.setAttribute("other", "kept");
        List<Object> seen = new ArrayList<>();

        new UnchangedAnswerFilter()
                .doFilter(
                        request,
                        null,
                        (called, answer) -> {
                            seen.add(called.getAttribute(UnchangedAnswerFilter.MESSAGE));
                            seen.add(called.getAttribute("other"));
                        });

        assertThat(seen).containsExactly(null, "kept");
    }
}
