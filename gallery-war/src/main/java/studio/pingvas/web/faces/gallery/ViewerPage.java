package studio.pingvas.web.faces.gallery;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.security.Caller;

/** One picture, large, with its recipe and its neighbours in the gallery. */
@Named
@ViewScoped
public class ViewerPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @EJB ImageCatalog images;
    @Inject Caller caller;
    @Inject NeighbourSearch search;

    private UUID imageId;
    private Neighbours neighbours;
    private transient ImageView image;

    public void open() throws IOException {
        try {
            imageId = Ids.ofParameter("id").orElseThrow(() -> new NotFoundException("The picture"));
            image = images.get(caller.userId(), imageId);
            neighbours = search.around(caller.userId(), imageId);
        } catch (NotFoundException gone) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, gone.getMessage());
        }
    }

    /** Shows the older neighbour afterwards, as if the pictures had closed the gap. */
    public void delete() {
        try {
            images.delete(caller.userId(), imageId);
        } catch (NotFoundException gone) {
            // Somebody was faster, in another tab; the wish is fulfilled.
        }
        UUID next = neighbours.older() == null ? neighbours.newer() : neighbours.older();
        Faces.redirect(
                Faces.getRequestContextPath()
                        + (next == null ? Pages.GALLERY : Pages.IMAGE + "?id=" + next));
    }

    public ImageView getImage() {
        if (image == null) {
            image = images.get(caller.userId(), imageId);
        }
        return image;
    }

    public Neighbours getNeighbours() {
        return neighbours;
    }

    public long getKibibytes() {
        return Math.max(1, getImage().bytes() / 1024);
    }
}
