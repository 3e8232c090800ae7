package studio.pingvas.web.faces.gallery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.contracts.gallery.ImagePage;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.web.security.Caller;

/** The grid of pictures, newest first. Place and search are in the address. */
@Named
@RequestScoped
public class GalleryPage {
    static final int PER_PAGE = 24;

    /** The catalogue counts no further than 10,000 pictures by page number. */
    private static final int LAST_PAGE = 10_000 / PER_PAGE;

    @EJB ImageCatalog images;
    @Inject Caller caller;

    private int page = 1;
    private String search;
    private ImagePage found;

    public List<ImageView> getImages() {
        return found().items();
    }

    public long getTotal() {
        return found().total();
    }

    public boolean isNothing() {
        return getTotal() == 0;
    }

    public boolean isSearching() {
        return search != null && !search.isBlank();
    }

    public boolean isFirst() {
        return getPage() == 1;
    }

    public boolean isLast() {
        return getPage() >= getPages();
    }

    public long getPages() {
        return Math.min(LAST_PAGE, Math.max(1, (getTotal() + PER_PAGE - 1) / PER_PAGE));
    }

    private ImagePage found() {
        if (found == null) {
            found = pageOf(page);
            // The last picture of the last page may have been deleted since.
            if (page > getPages()) {
                page = (int) getPages();
                found = pageOf(page);
            }
        }
        return found;
    }

    private ImagePage pageOf(int number) {
        ImageFilter filter = isSearching() ? new ImageFilter(null, search) : ImageFilter.ALL;
        return images.page(caller.userId(), filter, number, PER_PAGE);
    }

    public int getPage() {
        found();
        return page;
    }

    public void setPage(int page) {
        this.page = Math.min(LAST_PAGE, Math.max(1, page));
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }
}
