package studio.pingvas.contracts.gallery;

/**
 * @param objectKey in the object store
 * @param contentType for example {@code image/png}
 * @param bytes length
 * @param etag strong validator without quotes; the bytes under it never change
 */
public record StoredImage(String objectKey, String contentType, long bytes, String etag) {}
