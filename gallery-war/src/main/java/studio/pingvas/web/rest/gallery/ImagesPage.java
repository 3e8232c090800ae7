package studio.pingvas.web.rest.gallery;

import java.util.List;
import studio.pingvas.contracts.gallery.ImagePage;

/**
 * A part of a gallery, newest first. The numbers are there for a page by number alone.
 *
 * @param nextCursor absent at the end
 */
public record ImagesPage(
        List<ImageDocument> items,
        Long total,
        Integer page,
        Integer perPage,
        Long pages,
        String nextCursor) {
    static ImagesPage byCursor(ImagePage found) {
        return new ImagesPage(documents(found), null, null, null, null, found.nextCursor());
    }

    static ImagesPage byNumber(ImagePage found, int page, int perPage) {
        long pages = (found.total() + perPage - 1) / perPage;
        return new ImagesPage(
                documents(found), found.total(), page, perPage, pages, found.nextCursor());
    }

    private static List<ImageDocument> documents(ImagePage found) {
        return found.items().stream().map(ImageDocument::of).toList();
    }
}
