package studio.pingvas.platform.store.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import studio.pingvas.platform.store.ObjectKeys;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.StoredObject;

/** Objects in one bucket of anything that speaks S3. Safe for many threads. */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    /** How long a presigned address is good. */
    static final Duration PRESIGNED_LIFE = Duration.ofSeconds(300);

    private static final int MULTIPART_ABOVE = 16 << 20;
    private static final int PAGE = 1_000;
    private static final String PROBE = "probe";
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3ObjectStore(S3Settings settings) {
        this.client = S3Clients.client(settings);
        this.presigner = S3Clients.presigner(settings);
        this.bucket = settings.bucket();
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) throws IOException {
        ObjectKeys.check(key);
        try {
            if (bytes.length > MULTIPART_ABOVE) {
                new MultipartUpload(client, bucket, key).store(bytes, contentType);
            } else {
                client.putObject(
                        put -> put.bucket(bucket).key(key).contentType(contentType),
                        RequestBody.fromBytes(bytes));
            }
        } catch (SdkException | UncheckedIOException e) {
            throw S3Failures.of("put", key, e);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        ObjectKeys.check(key);
        try {
            return client.getObject(get -> get.bucket(bucket).key(key));
        } catch (NoSuchKeyException e) {
            NoSuchFileException missing = new NoSuchFileException(key);
            missing.initCause(e);
            throw missing;
        } catch (SdkException | UncheckedIOException e) {
            throw S3Failures.of("get", key, e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        ObjectKeys.check(key);
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key));
        } catch (SdkException | UncheckedIOException e) {
            throw S3Failures.of("delete", key, e);
        }
    }

    @Override
    public void deleteAllBelow(String folder) throws IOException {
        List<StoredObject> page = list(folder, null, PAGE);
        while (!page.isEmpty()) {
            deleteAll(folder, page);
            page = list(folder, page.get(page.size() - 1).key(), PAGE);
        }
    }

    @Override
    public List<StoredObject> list(String folder, String after, int limit) throws IOException {
        String prefix = ObjectKeys.check(folder) + "/";
        List<StoredObject> found = new ArrayList<>();
        String last = after;
        boolean more = true;
        try {
            while (more && found.size() < limit) {
                ListObjectsV2Response page = page(prefix, last, limit - found.size());
                page.contents()
                        .forEach(
                                o ->
                                        found.add(
                                                new StoredObject(
                                                        o.key(), o.size(), o.lastModified())));
                more = Boolean.TRUE.equals(page.isTruncated()) && !page.contents().isEmpty();
                last = found.isEmpty() ? last : found.get(found.size() - 1).key();
            }
        } catch (SdkException | UncheckedIOException e) {
            throw S3Failures.of("list", folder, e);
        }
        return found;
    }

    @Override
    public Optional<URI> presignedGet(String key, String contentType, String contentDisposition) {
        ObjectKeys.check(key);
        String url =
                presigner
                        .presignGetObject(
                                presign ->
                                        presign.signatureDuration(PRESIGNED_LIFE)
                                                .getObjectRequest(
                                                        get ->
                                                                get.bucket(bucket)
                                                                        .key(key)
                                                                        .responseContentType(
                                                                                contentType)
                                                                        .responseContentDisposition(
                                                                                contentDisposition)))
                        .url()
                        .toString();
        return Optional.of(URI.create(url));
    }

    @Override
    public void probe() throws IOException {
        try {
            client.putObject(
                    put ->
                            put.bucket(bucket)
                                    .key(PROBE)
                                    .overrideConfiguration(
                                            call -> call.apiCallTimeout(PROBE_LIMIT)),
                    RequestBody.fromBytes(new byte[1]));
        } catch (SdkException | UncheckedIOException e) {
            throw S3Failures.of("put", PROBE, e);
        }
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }

    private ListObjectsV2Response page(String prefix, String after, int limit) {
        return client.listObjectsV2(
                list ->
                        list.bucket(bucket)
                                .prefix(prefix)
                                .startAfter(after)
                                .maxKeys(Math.min(limit, PAGE)));
    }

    private void deleteAll(String folder, List<StoredObject> objects) throws IOException {
        Delete keys =
                Delete.builder()
                        .objects(
                                objects.stream()
                                        .map(o -> ObjectIdentifier.builder().key(o.key()).build())
                                        .toList())
                        .quiet(true)
                        .build();
        try {
            DeleteObjectsResponse answer =
                    client.deleteObjects(delete -> delete.bucket(bucket).delete(keys));
            if (answer.hasErrors() && !answer.errors().isEmpty()) {
                throw new IOException(
                        "Not all objects below " + folder + " are deleted: " + answer.errors());
            }
        } catch (SdkException | UncheckedIOException e) {
            throw S3Failures.of("delete", folder, e);
        }
    }
}
