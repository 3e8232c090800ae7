package studio.pingvas.platform.store.s3;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** A large object in parts. If one of them fails, nothing stays behind. */
final class MultipartUpload {
    private static final int PART_BYTES = 8 << 20;

    private final S3Client client;
    private final String bucket;
    private final String key;

    MultipartUpload(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    void store(byte[] bytes, String contentType) {
        String upload =
                client.createMultipartUpload(
                                create -> create.bucket(bucket).key(key).contentType(contentType))
                        .uploadId();
        try {
            complete(upload, sendParts(upload, bytes));
        } catch (RuntimeException | Error e) {
            abort(upload, e);
            throw e;
        }
    }

    private List<CompletedPart> sendParts(String upload, byte[] bytes) {
        List<CompletedPart> parts = new ArrayList<>();
        for (int offset = 0; offset < bytes.length; offset += PART_BYTES) {
            int number = parts.size() + 1;
            int length = Math.min(PART_BYTES, bytes.length - offset);
            String tag =
                    client.uploadPart(
                                    part ->
                                            part.bucket(bucket)
                                                    .key(key)
                                                    .uploadId(upload)
                                                    .partNumber(number),
                                    RequestBody.fromRemainingByteBuffer(
                                            ByteBuffer.wrap(bytes, offset, length)))
                            .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        return parts;
    }

    private void complete(String upload, List<CompletedPart> parts) {
        client.completeMultipartUpload(
                complete ->
                        complete.bucket(bucket)
                                .key(key)
                                .uploadId(upload)
                                .multipartUpload(whole -> whole.parts(parts)));
    }

    /** A store that is away cannot be told; it forgets the parts by its life cycle rule. */
    private void abort(String upload, Throwable failure) {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException | UncheckedIOException e) {
            failure.addSuppressed(e);
        }
    }
}
