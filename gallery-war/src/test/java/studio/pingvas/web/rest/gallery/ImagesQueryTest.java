package studio.pingvas.web.rest.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;

class ImagesQueryTest {
    private final OnePicture images = new OnePicture();
    private final ImagesQuery query = new ImagesQuery();

    @Test
    void nothingAskedMeansTheFirstPageOfFifty() {
        ImagesPage page = ask();

        assertThat(images.asked).isEqualTo("page null null 1 50");
        assertThat(page.total()).isEqualTo(51);
        assertThat(page.pages()).isEqualTo(2);
        assertThat(page.page()).isEqualTo(1);
        assertThat(page.perPage()).isEqualTo(50);
        assertThat(page.nextCursor()).isEqualTo("next");
    }

    @Test
    void aCursorOrALimitMeansAPageByCursor() {
        query.limit = "10";
        ImagesPage page = ask();
        assertThat(images.asked).isEqualTo("list null null null 10");
        assertThat(page.total()).isNull();
        assertThat(page.pages()).isNull();
        assertThat(page.nextCursor()).isEqualTo("next");

        query.limit = null;
        query.cursor = "abc";
        ask();
        assertThat(images.asked).isEqualTo("list null null abc 50");
    }

    @Test
    void filtersArePassedOnAndEmptyOnesAreNone() {
        query.model = "tiny";
        query.text = "red house";
        ask();
        assertThat(images.asked).isEqualTo("page tiny red house 1 50");

        query.model = "";
        query.text = "";
        ask();
        assertThat(images.asked).isEqualTo("page null null 1 50");
    }

    @Test
    void pageAndCursorDoNotMix() {
        query.page = "1";
        query.cursor = "abc";

        assertThatThrownBy(this::ask).isInstanceOf(InvalidRequestException.class);
    }

    private ImagesPage ask() {
        return query.ask(images, OnePicture.OWNER);
    }
}
