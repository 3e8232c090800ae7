package studio.pingvas.web.faces;

/** Paths of the pages. */
public final class Pages {
    public static final String LOGIN = "/login.xhtml";
    public static final String GENERATE = "/app/generate.xhtml";
    public static final String GALLERY = "/app/gallery.xhtml";
    public static final String TEMPLATES = "/app/templates.xhtml";
    public static final String TEMPLATE = "/app/templates/fill.xhtml";
    public static final String PRESETS = "/app/presets.xhtml";
    public static final String WORKFLOWS = "/app/workflows.xhtml";
    public static final String IMAGE = "/app/image.xhtml";
    public static final String SECURITY = "/app/account/security.xhtml";

    private Pages() {}
}
