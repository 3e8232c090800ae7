package studio.pingvas.web.rest.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.platform.store.FileObjectStore;

class ImageBytesTest {
    @TempDir Path root;

    private final OnePicture images = new OnePicture();
    private final ImageBytes bytes = new ImageBytes();

    @BeforeEach
    void fillStore() throws IOException {
        FileObjectStore store = new FileObjectStore(root);
        store.put("a/original.png", "image".getBytes(UTF_8), "image/png");
        store.put("a/thumbnail.webp", "tmb".getBytes(UTF_8), "image/webp");
        bytes.images = images;
        bytes.store = store;
    }

    @Test
    void theOwnerGetsTheBytesAndMayKeepThem() throws IOException {
        Response response = answer(null, OnePicture.OWNER, Rendition.ORIGINAL, null);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getMediaType()).hasToString("image/png");
        assertThat(response.getEntityTag()).isEqualTo(new EntityTag("abc"));
        assertThat(response.getHeaderString("Cache-Control"))
                .isEqualTo("private, max-age=31536000, immutable");
        assertThat(response.getHeaderString("Content-Length")).isEqualTo("5");
        assertThat(response.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeaderString("Content-Disposition")).isNull();
        try (InputStream in = (InputStream) response.getEntity()) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("image");
        }
    }

    @Test
    void aThumbnailIsAWebp() {
        Response response = answer(null, OnePicture.OWNER, Rendition.THUMBNAIL, null);

        assertThat(response.getMediaType()).hasToString("image/webp");
        assertThat(response.getHeaderString("Content-Length")).isEqualTo("3");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        Response response = answer("\"abc\"", OnePicture.OWNER, Rendition.ORIGINAL, null);

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.hasEntity()).isFalse();
        assertThat(response.getEntityTag()).isEqualTo(new EntityTag("abc"));
        assertThat(answer("\"abc\"", OnePicture.OWNER, Rendition.THUMBNAIL, null).getStatus())
                .isEqualTo(200);
    }

    @Test
    void aDownloadHasAFileName() {
        Response response = answer(null, OnePicture.OWNER, Rendition.ORIGINAL, "1");

        assertThat(response.getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + OnePicture.ID + ".png\"");
    }

    @Test
    void nobodyElseGetsABitNotEvenThatItIsUnchanged() {
        assertThatThrownBy(() -> answer("\"abc\"", new UUID(9, 9), Rendition.ORIGINAL, null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLostObjectIsOurFaultAndNotTheCallers() throws IOException {
        bytes.store.delete("a/original.png");

        assertThatThrownBy(() -> answer(null, OnePicture.OWNER, Rendition.ORIGINAL, null))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(OnePicture.ID.toString());
    }

    @Test
    void aStoreThatCannotBeReadIsTemporary() throws IOException {
        bytes.store.deleteAllBelow("a");
        Files.createFile(root.resolve("a"));

        assertThatThrownBy(() -> answer(null, OnePicture.OWNER, Rendition.ORIGINAL, null))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aPictureThatIsDeletedMeanwhileIsNotFound() throws IOException {
        bytes.store.delete("a/original.png");
        images.deletedAfterLooks = 1;

        assertThatThrownBy(() -> answer(null, OnePicture.OWNER, Rendition.ORIGINAL, null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void fromABucketTheOwnerIsSentToItAndKeepsTheAddressForLessThanItsLife() {
        Bucket bucket = new Bucket();
        bytes.store = bucket;

        Response response = answer(null, OnePicture.OWNER, Rendition.THUMBNAIL, null);

        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getLocation()).isEqualTo(Bucket.ADDRESS);
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("private, max-age=240");
        assertThat(response.hasEntity()).isFalse();
        assertThat(bucket.asked).isEqualTo("a/thumbnail.webp image/webp inline");
    }

    @Test
    void aDownloadFromABucketHasAFileName() {
        Bucket bucket = new Bucket();
        bytes.store = bucket;
        answer(null, OnePicture.OWNER, Rendition.ORIGINAL, "1");

        assertThat(bucket.asked)
                .isEqualTo(
                        "a/original.png image/png attachment; filename=\""
                                + OnePicture.ID
                                + ".png\"");
    }

    @Test
    void nobodyElseIsSentAnywhere() {
        bytes.store = new Bucket();

        assertThatThrownBy(() -> answer(null, new UUID(9, 9), Rendition.ORIGINAL, null))
                .isInstanceOf(NotFoundException.class);
    }

    private Response answer(String ifNoneMatch, UUID userId, Rendition rendition, String download) {
        ContainerRequest request =
                new ContainerRequest(
                        URI.create("http://localhost/"),
                        URI.create("http://localhost/"),
                        "GET",
                        null,
                        new MapPropertiesDelegate(),
                        null);
        if (ifNoneMatch != null) {
            request.header("If-None-Match", ifNoneMatch);
        }
        return bytes.answer(request, userId, OnePicture.ID, rendition, download);
    }
}
