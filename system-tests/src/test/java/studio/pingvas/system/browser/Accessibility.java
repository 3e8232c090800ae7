package studio.pingvas.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What axe finds on a page that people with a screen reader or a keyboard would stumble over. */
final class Accessibility {
    private Accessibility() {}

    static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("violations on " + page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
