package studio.pingvas.web.rest.gallery;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.web.rest.QueryNumber;

/** Which pictures, and whether by page number (when nothing is said) or by cursor. */
public class ImagesQuery {
    private static final int DEFAULT_SIZE = 50;

    @QueryParam("page")
    String page;

    @QueryParam("per_page")
    String perPage;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;

    @QueryParam("model")
    String model;

    @QueryParam("q")
    String text;

    ImagesPage ask(ImageCatalog images, UUID userId) {
        ImageFilter filter = new ImageFilter(present(model), present(text));
        if (cursor == null && limit == null) {
            int number = QueryNumber.of("page", page, 1);
            int size = QueryNumber.of("per_page", perPage, DEFAULT_SIZE);
            return ImagesPage.byNumber(images.page(userId, filter, number, size), number, size);
        }
        if (page != null || perPage != null) {
            throw new InvalidRequestException(
                    "/page", "Give page and per_page, or cursor and limit, but not both.");
        }
        int size = QueryNumber.of("limit", limit, DEFAULT_SIZE);
        return ImagesPage.byCursor(images.list(userId, filter, present(cursor), size));
    }

    /** A form sends the fields that were left empty too. */
    private static String present(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
