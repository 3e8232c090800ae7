package studio.pingvas.platform.store.s3;

import java.net.URI;
import java.nio.file.Path;

/**
 * A bucket, and who we are there.
 *
 * @param endpoint of the store
 * @param publicEndpoint of the store as browsers reach it
 * @param keyFile a properties file with {@code access-key} and {@code secret-key}; read at every
 *     call, so that a key can be changed under way
 */
public record S3Settings(
        URI endpoint, URI publicEndpoint, String region, String bucket, Path keyFile) {}
