package studio.pingvas.web.faces.payment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * The interval that the address of the page names. It lives as long as the page: a button can only
 * be pressed if the page is built as it was shown, before parameters are read again.
 */
@Named
@ViewScoped
public class ShownInterval implements Serializable {
    private static final long serialVersionUID = 1L;

    private String key;

    /** Null if the address names none. */
    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
