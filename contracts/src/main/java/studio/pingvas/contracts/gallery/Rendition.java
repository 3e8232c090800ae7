package studio.pingvas.contracts.gallery;

/** Which bytes of a picture. */
public enum Rendition {
    ORIGINAL,
    THUMBNAIL
}
