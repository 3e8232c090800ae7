package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Resources as they leave the shop: with addresses that are signed anew each time. */
final class Documents {
    private final SignedLinks links;

    Documents(SignedLinks links) {
        this.links = links;
    }

    ObjectNode document(Resource resource) {
        ObjectNode document = State.object();
        document.putObject("jsonapi").put("version", "1.0");
        document.putObject("links").put("self", self(resource));
        document.set("data", data(resource));
        return document;
    }

    ObjectNode data(Resource resource) {
        ObjectNode data = State.object().put("type", resource.type()).put("id", resource.id());
        ObjectNode attributes = resource.attributes().deepCopy();
        addAddresses(resource, attributes);
        data.set("attributes", attributes);
        data.putObject("links").put("self", self(resource));
        return data;
    }

    private void addAddresses(Resource resource, ObjectNode attributes) {
        String id = resource.id();
        switch (resource.type()) {
            case Resource.CHECKOUTS -> attributes.put("url", links.plain("/checkout/" + id));
            case Resource.ORDERS ->
                    attributes.putObject("urls").put("receipt", links.to("/receipt/" + id));
            case Resource.INVOICES ->
                    attributes.putObject("urls").put("invoice_url", links.to("/invoice/" + id));
            default ->
                    attributes
                            .putObject("urls")
                            .put("update_payment_method", links.to("/portal/" + id))
                            .put("customer_portal", links.to("/portal/" + id))
                            .put("customer_portal_update_subscription", links.to("/portal/" + id));
        }
    }

    private String self(Resource resource) {
        return links.plain("/v1/" + resource.type() + "/" + resource.id());
    }
}
