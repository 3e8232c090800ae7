package studio.pingvas.platform.store;

/** What is to be stored under a key. Nobody changes the bytes any more. */
public record NewObject(String key, byte[] bytes, String contentType) {}
