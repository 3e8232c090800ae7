package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of a list: {@code filter[...]}, {@code page[number]}, {@code page[size]}. */
final class Listing {
    private static final Pattern FILTER = Pattern.compile("filter\\[(\\w+)]");
    private static final Set<String> FILTERS =
            Set.of(
                    "store_id",
                    "order_id",
                    "order_item_id",
                    "product_id",
                    "variant_id",
                    "subscription_id",
                    "user_email",
                    "order_number",
                    "status",
                    "refunded");
    private static final int DEFAULT_SIZE = 10;
    private static final int MOST = 100;

    private final Documents documents;
    private final Map<String, String> query;

    Listing(Documents documents, Request request) {
        this.documents = documents;
        this.query = request.query();
    }

    ObjectNode of(List<Resource> all) {
        requireKnownFilters();
        List<Resource> found = all.stream().filter(this::fits).toList();
        int size = number("page[size]", DEFAULT_SIZE, MOST);
        int page = number("page[number]", 1, Integer.MAX_VALUE / MOST);
        int pages = Math.max(1, (found.size() + size - 1) / size);
        int from = Math.min((page - 1) * size, found.size());
        List<Resource> shown = found.subList(from, Math.min(from + size, found.size()));
        ObjectNode document = State.object();
        document.putObject("meta")
                .putObject("page")
                .put("currentPage", page)
                .put("from", shown.isEmpty() ? null : Integer.valueOf(from + 1))
                .put("lastPage", pages)
                .put("perPage", size)
                .put("to", shown.isEmpty() ? null : Integer.valueOf(from + shown.size()))
                .put("total", found.size());
        document.putObject("jsonapi").put("version", "1.0");
        ArrayNode data = document.putArray("data");
        shown.forEach(resource -> data.add(documents.data(resource)));
        return document;
    }

    private void requireKnownFilters() {
        for (String name : query.keySet()) {
            Matcher filter = FILTER.matcher(name);
            if (filter.matches() && !FILTERS.contains(filter.group(1))) {
                throw new ApiFault(400, "Filter " + filter.group(1) + " is not allowed.");
            }
        }
    }

    private boolean fits(Resource resource) {
        for (Map.Entry<String, String> entry : query.entrySet()) {
            Matcher filter = FILTER.matcher(entry.getKey());
            if (filter.matches()) {
                if (!resource.text(filter.group(1)).equals(entry.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private int number(String name, int otherwise, int most) {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
            throw new ApiFault(400, name + " must be a positive number.");
        }
        return Math.min(Integer.parseInt(text), most);
    }
}
