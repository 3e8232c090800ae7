package studio.pingvas.web.health;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import studio.pingvas.platform.json.Json;

/**
 * Probes under the names that load balancers and orchestrators expect; {@code /health} of the
 * server stays beside them. Ready means that every check of ours says so, alive that this answers.
 */
@WebServlet({"/ready", "/livez", "/healthz"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject @Any private transient Instance<HealthCheck> checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean readiness = "/ready".equals(request.getServletPath());
        List<HealthCheckResponse> answers =
                readiness
                        ? checks.select(Readiness.Literal.INSTANCE).stream()
                                .map(HealthCheck::call)
                                .toList()
                        : List.of();
        boolean up = answers.stream().allMatch(answer -> answer.getStatus() == Status.UP);

        TreeMap<String, Object> parts = new TreeMap<>();
        answers.forEach(answer -> answer.getData().ifPresent(parts::putAll));
        response.setStatus(
                up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Json.write(new Report(up ? "UP" : "DOWN", parts)));
    }

    private record Report(String status, TreeMap<String, Object> parts) {}
}
