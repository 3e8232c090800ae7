package studio.pingvas.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;

/** What axe finds on a page that people with a screen reader or a keyboard would stumble over. */
final class Accessibility {
    private Accessibility() {}

    /** In light and dark, on a large screen and on a telephone; leaves pictures of all four. */
    static void checkEverywhere(Page page, String name) {
        ViewportSize usual = page.viewportSize();
        // Colours are to be those of the scheme, not some on the way there.
        page.addStyleTag(
                new Page.AddStyleTagOptions().setContent("* { transition: none !important; }"));
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(360, usual.width)) {
                page.setViewportSize(width, usual.height);
                String file = "%s-%s-%d.png".formatted(name, scheme.name(), width);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(Path.of("target/screenshots", file))
                                .setFullPage(true));
                check(page);
            }
        }
    }

    static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("violations on " + page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
