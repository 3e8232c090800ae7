package studio.pingvas.gallery.images.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static studio.pingvas.gallery.images.boundary.Gallery.anImage;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.contracts.gallery.ImagePage;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.contracts.gallery.StoredImage;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.store.FileObjectStore;

class JpaImageCatalogTest {
    private static final UUID ANN = Uuid7.create();
    private static final UUID BOB = Uuid7.create();

    @TempDir Path root;
    private Gallery gallery;

    @BeforeEach
    void open() {
        gallery = new Gallery(new FileObjectStore(root));
    }

    @Test
    void aRecordedPictureIsSeenByItsOwner() {
        NewImage image = anImage(ANN);
        gallery.record(image);

        ImageView view = gallery.ask(catalog -> catalog.get(ANN, image.id()));

        assertThat(view.createdAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(view)
                .isEqualTo(
                        new ImageView(
                                image.id(),
                                image.jobId(),
                                128,
                                128,
                                "a lighthouse at sunset",
                                null,
                                "tiny",
                                4_294_967_295L,
                                16,
                                3.5,
                                "flow-match-euler",
                                false,
                                40_000,
                                view.createdAt(),
                                "{\"seed\": 7, \"a\": [1.0, null]}"));
    }

    @Test
    void eachRenditionHasItsOwnBytesAndValidator() {
        NewImage image = anImage(ANN);
        gallery.record(image);

        assertThat(stored(ANN, image, Rendition.ORIGINAL))
                .isEqualTo(
                        new StoredImage(image.originalKey(), "image/png", 40_000, image.sha256()));
        assertThat(stored(ANN, image, Rendition.THUMBNAIL))
                .isEqualTo(
                        new StoredImage(
                                image.thumbnailKey(),
                                "image/webp",
                                4_000,
                                image.sha256() + "-thumbnail"));
    }

    @Test
    void whatBelongsToSomebodyElseIsNotFound() throws Exception {
        NewImage image = anImage(ANN);
        gallery.record(image);

        assertNotFound(() -> gallery.ask(catalog -> catalog.get(BOB, image.id())));
        assertNotFound(() -> stored(BOB, image, Rendition.ORIGINAL));
        assertNotFound(() -> stored(BOB, image, Rendition.THUMBNAIL));
        assertNotFound(() -> gallery.delete(BOB, image.id()));
        assertThat(ofJob(BOB, image.jobId())).isEmpty();
        assertThat(list(BOB, ImageFilter.ALL, null, 10).items()).isEmpty();
        ImagePage page = gallery.ask(catalog -> catalog.page(BOB, ImageFilter.ALL, 1, 10));
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(gallery.count("gallery.image")).isOne();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertNotFound(() -> gallery.ask(catalog -> catalog.get(ANN, Uuid7.create())));
        assertNotFound(() -> gallery.delete(ANN, Uuid7.create()));
    }

    @Test
    void pictureThatWasOnlyEnlargedIsRecorded() {
        NewImage image = anImage(ANN);

        gallery.record(
                new NewImage(
                        image.id(),
                        ANN,
                        image.jobId(),
                        0,
                        image.width(),
                        image.height(),
                        "",
                        "",
                        "lanczos",
                        image.seed(),
                        0,
                        0,
                        "",
                        image.originalKey(),
                        image.thumbnailKey(),
                        image.metadataKey(),
                        image.bytes(),
                        image.thumbnailBytes(),
                        image.sha256(),
                        image.recipe()));

        assertThat(gallery.ask(catalog -> catalog.get(ANN, image.id())).steps()).isZero();
    }

    @Test
    void recordingTwiceAddsOnePicture() throws Exception {
        NewImage first = anImage(ANN);
        NewImage second = anImage(ANN);
        gallery.record(first);
        gallery.record(first, second);

        assertThat(gallery.count("gallery.image")).isEqualTo(2);
    }

    @Test
    void anIdOfSomebodyElseIsRefusedAndNothingIsAdded() throws Exception {
        NewImage ofAnn = anImage(ANN);
        gallery.record(ofAnn);

        assertThatThrownBy(() -> gallery.record(anImage(BOB), withUser(ofAnn, BOB)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(gallery.count("gallery.image")).isOne();
    }

    @Test
    void aDeletedPictureDoesNotComeBackWithALateResult() throws Exception {
        NewImage image = anImage(ANN);
        gallery.record(image);
        gallery.delete(ANN, image.id());
        gallery.record(image);

        assertNotFound(() -> gallery.ask(catalog -> catalog.get(ANN, image.id())));
        assertThat(gallery.count("gallery.image")).isZero();
    }

    @Test
    void picturesOfAJobComeInTheOrderTheyWereMade() {
        UUID job = Uuid7.create();
        NewImage first = anImage(ANN, job, 0, "one");
        NewImage second = anImage(ANN, job, 1, "two");
        NewImage third = anImage(ANN, job, 2, "three");
        gallery.record(third, first, second);
        gallery.record(anImage(ANN));

        assertThat(ofJob(ANN, job))
                .extracting(ImageView::id)
                .containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void cursorsWalkOverEqualTimesWithoutGapsOrRepeats() {
        List<UUID> newestFirst = new ArrayList<>();
        for (int batch = 0; batch < 3; batch++) {
            NewImage[] images =
                    IntStream.range(0, 5).mapToObj(i -> anImage(ANN)).toArray(NewImage[]::new);
            gallery.record(images); // one transaction, one time
            Stream.of(images)
                    .map(NewImage::id)
                    .sorted(Comparator.comparing(UUID::toString))
                    .forEach(newestFirst::add);
        }
        gallery.record(anImage(BOB));
        Collections.reverse(newestFirst);

        List<UUID> walked = new ArrayList<>();
        String cursor = null;
        do {
            ImagePage page = list(ANN, ImageFilter.ALL, cursor, 2);
            assertThat(page.total()).isNull();
            page.items().forEach(image -> walked.add(image.id()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(walked).containsExactlyElementsOf(newestFirst);
    }

    @Test
    void aPageThatEndsTheListHasNoCursor() {
        gallery.record(anImage(ANN), anImage(ANN));

        assertThat(list(ANN, ImageFilter.ALL, null, 2).nextCursor()).isNull();
        assertThat(list(ANN, ImageFilter.ALL, null, 1).nextCursor()).isNotNull();
    }

    @Test
    void aPictureAddedMeanwhileDoesNotShiftTheNextPage() {
        NewImage older = anImage(ANN);
        NewImage newer = anImage(ANN);
        gallery.record(older);
        gallery.record(newer);
        ImagePage first = list(ANN, ImageFilter.ALL, null, 1);
        gallery.record(anImage(ANN));

        assertThat(list(ANN, ImageFilter.ALL, first.nextCursor(), 1).items())
                .extracting(ImageView::id)
                .containsExactly(older.id());
    }

    @Test
    void pagesByNumberTellTheTotal() {
        IntStream.range(0, 5).forEach(i -> gallery.record(anImage(ANN)));

        ImagePage last = gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 3, 2));
        ImagePage beyond = gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 4, 2));

        assertThat(last.items()).hasSize(1);
        assertThat(last.total()).isEqualTo(5);
        assertThat(last.nextCursor()).isNull();
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.total()).isEqualTo(5);
    }

    @Test
    void aPageByNumberGoesOnByCursor() {
        IntStream.range(0, 5).forEach(i -> gallery.record(anImage(ANN)));

        ImagePage first = gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 1, 2));
        ImagePage second = gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 2, 2));

        assertThat(list(ANN, ImageFilter.ALL, first.nextCursor(), 2).items())
                .isEqualTo(second.items());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "100% wool   | 100%   | 1",
                "100 wool    | 100%   | 0",
                "a_b         | a_b    | 1",
                "axb         | a_b    | 0",
                "wow!        | w!     | 1",
                "back\\slash | k\\s   | 1",
                "A Red House | red ho | 1",
                "it's        | '      | 1",
                "Ärger       | ärg    | 1",
                "a house     | horse  | 0"
            })
    void textIsFoundLiterallyInWhateverCase(String prompt, String text, int found) {
        gallery.record(anImage(ANN, prompt));

        assertThat(list(ANN, new ImageFilter(null, text), null, 10).items()).hasSize(found);
    }

    @Test
    void aFilterHoldsForEveryPageAndTheTotal() {
        gallery.record(anImage(ANN, "red one"), anImage(ANN, "blue"), anImage(ANN, "red two"));

        ImageFilter red = new ImageFilter("tiny", "red");
        assertThat(gallery.ask(catalog -> catalog.page(ANN, red, 1, 1)).total()).isEqualTo(2);
        ImagePage first = list(ANN, red, null, 1);
        assertThat(list(ANN, red, first.nextCursor(), 5).items()).hasSize(1);
        assertThat(list(ANN, new ImageFilter("sdxl", "red"), null, 5).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "f____w"})
    void aForgedCursorIsAnInvalidRequest(String cursor) {
        assertInvalid(() -> list(ANN, ImageFilter.ALL, cursor, 10));
    }

    @Test
    void moreThanTheLimitsIsAnInvalidRequest() {
        assertInvalid(() -> list(ANN, ImageFilter.ALL, null, 0));
        assertInvalid(() -> list(ANN, ImageFilter.ALL, null, 101));
        assertInvalid(() -> list(ANN, new ImageFilter(null, "x".repeat(201)), null, 10));
        assertInvalid(() -> list(ANN, new ImageFilter("a\0", null), null, 10));
        assertInvalid(() -> gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 0, 50)));
        assertInvalid(() -> gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 1, 101)));
        assertInvalid(() -> gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 101, 100)));
        assertThat(gallery.ask(catalog -> catalog.page(ANN, ImageFilter.ALL, 100, 100)).items())
                .isEmpty();
    }

    private ImagePage list(UUID user, ImageFilter filter, String cursor, int limit) {
        return gallery.ask(catalog -> catalog.list(user, filter, cursor, limit));
    }

    private StoredImage stored(UUID user, NewImage image, Rendition rendition) {
        return gallery.ask(catalog -> catalog.stored(user, image.id(), rendition));
    }

    private List<ImageView> ofJob(UUID user, UUID job) {
        return gallery.ask(catalog -> catalog.ofJob(user, job));
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
    }

    private static void assertInvalid(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidRequestException.class);
    }

    private static NewImage withUser(NewImage image, UUID userId) {
        return new NewImage(
                image.id(),
                userId,
                image.jobId(),
                image.position(),
                image.width(),
                image.height(),
                image.prompt(),
                image.negativePrompt(),
                image.model(),
                image.seed(),
                image.steps(),
                image.cfgScale(),
                image.scheduler(),
                image.originalKey(),
                image.thumbnailKey(),
                image.metadataKey(),
                image.bytes(),
                image.thumbnailBytes(),
                image.sha256(),
                image.recipe());
    }
}
