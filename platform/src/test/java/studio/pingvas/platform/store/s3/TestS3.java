package studio.pingvas.platform.store.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** A server that speaks S3, with one bucket. What it keeps outlives a stop. */
public final class TestS3 implements AutoCloseable {
    public static final String BUCKET = "pictures";
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "only-for-tests";

    /** Uploads of this part number fail; of none if it is 0. */
    final AtomicInteger partToFail = new AtomicInteger();

    private final BlobStore objects = new PartFailing(new TransientNio2BlobStore(), partToFail);
    private final int port;
    private S3Proxy server;

    public TestS3() throws Exception {
        this(freePort());
    }

    public TestS3(int port) throws Exception {
        this.port = port;
        objects.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
        start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public void start() throws Exception {
        server =
                S3Proxy.builder()
                        .blobStore(objects)
                        .endpoint(endpoint())
                        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                        .stopTimeout(0)
                        .build();
        server.start();
    }

    /** As a power cut would. */
    public void stop() throws Exception {
        server.stop();
    }

    /** A file with the right keys. */
    public static Path keyFile(Path folder) throws IOException {
        return keyFile(folder, SECRET_KEY);
    }

    static Path keyFile(Path folder, String secret) throws IOException {
        return Files.writeString(
                folder.resolve("s3-keys"),
                "access-key=" + ACCESS_KEY + "\nsecret-key=" + secret + "\n");
    }

    /** Past the protocol. */
    void put(String key) {
        PutObjectRequest request =
                PutObjectRequest.builder().bucket(BUCKET).key(key).contentLength(1L).build();
        objects.putBlob(request, new ByteArrayInputStream(new byte[1]));
    }

    int unfinishedUploads() {
        return objects.listMultipartUploads(BUCKET).size();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class PartFailing extends ForwardingBlobStore {
        private final AtomicInteger partToFail;

        PartFailing(BlobStore objects, AtomicInteger partToFail) {
            super(objects);
            this.partToFail = partToFail;
        }

        @Override
        public UploadPartResponse uploadMultipartPart(
                MultipartUpload upload, UploadPartRequest part, InputStream bytes) {
            if (part.partNumber() == partToFail.get()) {
                throw new IllegalStateException("The disk of the store is broken.");
            }
            return super.uploadMultipartPart(upload, part, bytes);
        }
    }
}
