package studio.pingvas.generation.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aRequest;
import static studio.pingvas.generation.jobs.Samples.anImageToImage;
import static studio.pingvas.generation.jobs.Samples.anInpaint;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.gallery.StoredImage;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.platform.picture.PictureFormat;

class InputFinderTest {
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID IMAGE = UUID.randomUUID();
    private static final UUID MASK = UUID.randomUUID();
    private static final UUID SMALL = UUID.randomUUID();
    private static final Map<UUID, Extent> GALLERY_OF_ANN =
            Map.of(
                    IMAGE, new Extent(64, 32),
                    MASK, new Extent(64, 32),
                    SMALL, new Extent(32, 32));
    private static final Upload FILE = upload(64, 32);
    private static final Uploads NONE = new Uploads(null, null);

    private final InputFinder finder = new InputFinder();

    @BeforeEach
    void wire() {
        finder.images = galleryOfAnn();
    }

    @Test
    void pictureOfTheGalleryIsFoundWithItsObject() {
        InputPicture image = find(anImageToImage("p", IMAGE, null), NONE).image();

        assertThat(image).isEqualTo(new InputPicture(IMAGE, "key-" + IMAGE, null, FILE.extent()));
    }

    @Test
    void pictureMayComeWithTheRequest() {
        InputPictures pictures = find(anInpaint("p", null, MASK), new Uploads(FILE, null));

        assertThat(pictures.image().upload()).isEqualTo(FILE);
        assertThat(pictures.mask().imageId()).isEqualTo(MASK);
    }

    @Test
    void wordsAloneBeginWithNothing() {
        assertThat(find(aRequest("p"), NONE)).isEqualTo(InputPictures.NONE);
    }

    @Test
    void pictureOfSomebodyElseIsNotFound() {
        assertThatThrownBy(
                        () -> finder.find(UUID.randomUUID(), new Upscale(IMAGE, 2, null), NONE, ""))
                .isInstanceOf(NotFoundException.class);
    }

    static Stream<Arguments> wrong() {
        Uploads image = new Uploads(FILE, null);
        Uploads mask = new Uploads(null, FILE);
        return Stream.of(
                Arguments.of("/image", aRequest("p"), image),
                Arguments.of("/mask", aRequest("p"), mask),
                Arguments.of("/mask", anImageToImage("p", IMAGE, null), mask),
                Arguments.of("/mask", new Upscale(IMAGE, 2, null), mask),
                Arguments.of("/image_id", new Upscale(null, 2, null), NONE),
                Arguments.of("/image_id", new Upscale(IMAGE, 2, null), image),
                Arguments.of("/image_id", anImageToImage("p", null, null), NONE),
                Arguments.of("/image_id", anInpaint("p", null, MASK), NONE),
                Arguments.of("/mask_id", anInpaint("p", IMAGE, null), NONE),
                Arguments.of("/mask_id", anInpaint("p", IMAGE, MASK), mask),
                Arguments.of("/mask_id", anInpaint("p", IMAGE, SMALL), NONE));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void pictureThatIsMissingOrTooMuchIsNamed(
            String pointer, GenerationRequest request, Uploads uploads) {
        assertThatThrownBy(() -> find(request, uploads))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal ->
                                assertThat(refusal.violations().get(0).pointer())
                                        .isEqualTo(pointer));
    }

    private InputPictures find(GenerationRequest request, Uploads uploads) {
        return finder.find(ANN, request, uploads, "");
    }

    private static Upload upload(int width, int height) {
        return new Upload(
                new FileInMemory(new byte[1]), PictureFormat.PNG, new Extent(width, height), "00");
    }

    /** Of gallery's contract only what a search for inputs may ask for. */
    private static ImageCatalog galleryOfAnn() {
        return (ImageCatalog)
                Proxy.newProxyInstance(
                        ImageCatalog.class.getClassLoader(),
                        new Class<?>[] {ImageCatalog.class},
                        (proxy, method, arguments) -> {
                            Extent extent = GALLERY_OF_ANN.get(arguments[1]);
                            if (!ANN.equals(arguments[0]) || extent == null) {
                                throw new NotFoundException("The image");
                            }
                            return method.getName().equals("get")
                                    ? view((UUID) arguments[1], extent)
                                    : new StoredImage("key-" + arguments[1], "image/png", 1, "e");
                        });
    }

    private static ImageView view(UUID id, Extent extent) {
        return new ImageView(
                id,
                UUID.randomUUID(),
                extent.width(),
                extent.height(),
                "p",
                "",
                "tiny",
                7,
                16,
                3,
                "flow-match-euler",
                false,
                1,
                Instant.EPOCH,
                "{}");
    }
}
