package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/** The JSON:API below {@code /v1}: who may call, in which form, and which resource answers. */
final class Api {
    private static final Set<String> LISTED =
            Set.of(Resource.ORDERS, Resource.SUBSCRIPTIONS, Resource.INVOICES);

    private final String apiKey;
    private final State state;
    private final Documents documents;
    private final CheckoutsApi checkouts;
    private final SubscriptionsApi subscriptions;
    private final Shop shop;

    Api(
            String apiKey,
            State state,
            Documents documents,
            CheckoutsApi checkouts,
            SubscriptionsApi subscriptions,
            Shop shop) {
        this.apiKey = apiKey;
        this.state = state;
        this.documents = documents;
        this.checkouts = checkouts;
        this.subscriptions = subscriptions;
        this.shop = shop;
    }

    Reply answer(Request request) {
        if (state.takeFailure()) {
            return Reply.text(503, "text/plain", "Down for a while.");
        }
        check(request);
        List<String> path = request.path().subList(1, request.path().size());
        String type = path.isEmpty() ? "" : path.get(0);
        return switch (path.size()) {
            case 1 -> collection(type, request);
            case 2 -> one(find(type, path.get(1)), request);
            case 3 -> action(find(type, path.get(1)), path.get(2), request);
            default -> throw ApiFault.notFound();
        };
    }

    static Reply refuse(ApiFault fault) {
        ObjectNode document = State.object();
        document.putObject("jsonapi").put("version", "1.0");
        ObjectNode error = document.putArray("errors").addObject();
        error.put("status", Integer.toString(fault.status()))
                .put("title", fault.title())
                .put("detail", fault.getMessage());
        if (fault.pointer() != null) {
            error.putObject("source").put("pointer", fault.pointer());
        }
        return Reply.jsonApi(fault.status(), document);
    }

    private void check(Request request) {
        byte[] given = request.header("Authorization").getBytes(StandardCharsets.UTF_8);
        byte[] expected = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, expected)) {
            throw new ApiFault(401, "Unauthenticated.");
        }
        if (!request.header("Accept").equals(Reply.JSON_API)) {
            throw new ApiFault(406, "Accept must be " + Reply.JSON_API + ".");
        }
        if (!request.header("Content-Type").equals(Reply.JSON_API)) {
            throw new ApiFault(415, "Content-Type must be " + Reply.JSON_API + ".");
        }
    }

    private Reply collection(String type, Request request) {
        if (type.equals(Resource.CHECKOUTS) && request.method().equals("POST")) {
            return Reply.jsonApi(201, documents.document(checkouts.create(request.json())));
        }
        if (LISTED.contains(type) && request.method().equals("GET")) {
            return Reply.jsonApi(200, new Listing(documents, request).of(state.all(type)));
        }
        throw ApiFault.notFound();
    }

    private Reply one(Resource resource, Request request) {
        switch (request.method()) {
            case "GET" -> {}
            case "PATCH" -> subscriptions.patch(subscription(resource), request.json());
            case "DELETE" -> subscriptions.delete(subscription(resource));
            default -> throw new ApiFault(405, "The method is not supported for this resource.");
        }
        return Reply.jsonApi(200, documents.document(resource));
    }

    private Reply action(Resource resource, String action, Request request) {
        if (!action.equals("refund") || !request.method().equals("POST")) {
            throw ApiFault.notFound();
        }
        Long cents = Bodies.positiveOrNull(request.json().at("/data/attributes/amount"));
        switch (resource.type()) {
            case Resource.ORDERS -> shop.refundOrder(resource, cents);
            case Resource.INVOICES -> shop.refundInvoice(resource, cents);
            default -> throw ApiFault.notFound();
        }
        return Reply.jsonApi(200, documents.document(resource));
    }

    private Resource find(String type, String id) {
        return state.find(type, id).orElseThrow(ApiFault::notFound);
    }

    private static Resource subscription(Resource resource) {
        if (!resource.type().equals(Resource.SUBSCRIPTIONS)) {
            throw new ApiFault(405, "The method is not supported for this resource.");
        }
        return resource;
    }
}
