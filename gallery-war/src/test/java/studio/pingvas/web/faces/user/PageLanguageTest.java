package studio.pingvas.web.faces.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageLanguageTest {
    @Test
    void firstLanguageThatIsSpokenWins() {
        assertThat(PageLanguage.firstSpoken(List.of(Locale.FRENCH, Locale.KOREA, Locale.US)))
                .contains(Locale.KOREAN);
    }

    @Test
    void languageThatNobodySpeaksHereIsNone() {
        assertThat(PageLanguage.firstSpoken(List.of(Locale.FRENCH, Locale.JAPAN))).isEmpty();
    }
}
