package studio.pingvas.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageFormatTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void wholeSumsStandWithoutCents() {
        assertThat(PageFormat.money(Locale.ENGLISH, 2900, "USD")).isEqualTo("$29");
        assertThat(PageFormat.money(Locale.ENGLISH, 2950, "USD")).isEqualTo("$29.50");
        assertThat(PageFormat.money(Locale.ENGLISH, 1_234_500, "EUR")).isEqualTo("€12,345");
    }

    @Test
    void currenciesWithoutSmallUnitsHaveNone() {
        assertThat(PageFormat.money(Locale.KOREAN, 39_000, "KRW")).isEqualTo("₩39,000");
    }

    @Test
    void sizesAreToldInTheUnitThatFits() {
        assertThat(PageFormat.bytes(Locale.ENGLISH, 1024 * 1024)).isEqualTo("1 MiB");
        assertThat(PageFormat.bytes(Locale.ENGLISH, 53_687_091_200L)).isEqualTo("50 GiB");
    }

    @Test
    void changesShowTheirSign() {
        assertThat(PageFormat.change(Locale.ENGLISH, 40_000)).isEqualTo("+40,000");
        assertThat(PageFormat.change(Locale.ENGLISH, -1_234)).isEqualTo("\u22121,234");
        assertThat(PageFormat.change(Locale.ENGLISH, 0)).isEqualTo("0");
    }

    @Test
    void timesTellTheirZoneUntilTheBrowserKnowsBetter() {
        assertThat(PageFormat.moment(Locale.KOREAN, NOON))
                .startsWith("<time datetime=\"2026-11-21T12:00:00Z\" data-shown=\"moment\">")
                .endsWith(" UTC</time>");
        assertThat(PageFormat.day(Locale.ENGLISH, NOON)).endsWith(">November 21, 2026</time>");
    }
}
