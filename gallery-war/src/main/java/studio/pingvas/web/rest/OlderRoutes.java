package studio.pingvas.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Leads routes of an older document to the resources that replaced them. */
@Provider
@PreMatching
public class OlderRoutes implements ContainerRequestFilter {
    private static final Map<String, String> CANONICAL =
            Map.of(
                    "gallery/images", "images",
                    "generation/create", "generate/text-to-image",
                    "payments/webhook", "webhooks/lemon-squeezy",
                    "payments/checkout", "subscriptions/checkout",
                    "payments/history", "invoices",
                    "users/me/subscription", "subscriptions/current",
                    "users/me/credits", "credits/balance");

    @Override
    public void filter(ContainerRequestContext context) {
        UriInfo uri = context.getUriInfo();
        String path = uri.getPath(false).replaceFirst("^/", "");
        CANONICAL.forEach(
                (older, canonical) -> {
                    if (leadsTo(path, older)) {
                        String rest = canonical + path.substring(older.length());
                        context.setRequestUri(inBase(uri, rest));
                    }
                });
    }

    /**
     * The addresses that lead here by an older document.
     *
     * @param path of a route under the API, with a leading slash
     */
    public static List<String> olderPathsOf(String path) {
        return CANONICAL.entrySet().stream()
                .filter(entry -> leadsTo(path.substring(1), entry.getValue()))
                .map(entry -> "/" + entry.getKey() + path.substring(1 + entry.getValue().length()))
                .toList();
    }

    private static boolean leadsTo(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static URI inBase(UriInfo uri, String path) {
        String query = uri.getRequestUri().getRawQuery();
        return URI.create(uri.getBaseUri() + path + (query == null ? "" : "?" + query));
    }
}
