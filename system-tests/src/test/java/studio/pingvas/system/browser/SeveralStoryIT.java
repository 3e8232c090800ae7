package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeveralStoryIT {
    private static final double MINUTE = 60_000;

    private StudioBrowser browser;
    private Page page;

    @BeforeEach
    void open() {
        browser = new StudioBrowser();
        page = browser.page();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void newcomerAsksForSeveralAtOnceAndCancelsThemAtOnce() {
        Newcomer.registersOn(page);
        sayWhatChanges();
        watchThemAppear();
        cancelTheNext();
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    private void sayWhatChanges() {
        field("prompt").fill("a lake with mountains at dawn");
        field("steps").fill("4");
        field("steps").press("Tab");
        page.getByText("Several at once").click();
        say("more_prompts", "a volcano erupting at night");
        assertThat(page.locator("[id='form:price']")).containsText("2 jobs");
        say("more_seeds", "1, two");
        assertThat(page.getByText("Numbers with commas between them.")).isVisible();
        say("more_seeds", "1, 2");
        assertThat(page.locator("[id='form:price']")).containsText("4 jobs");
        browser.screenshot("several-1-asked");
    }

    private void watchThemAppear() {
        field("submit").click();
        Locator card = page.locator(".job.batch").first();
        assertThat(card.locator(".cell")).hasCount(4);
        assertThat(card.locator(".cell-caption").last())
                .hasText("a volcano erupting at night \u00b7 Seed 2");
        assertThat(card.locator(".cell-pictures img"))
                .hasCount(4, new HasCountOptions().setTimeout(MINUTE));
        assertThat(card.locator(".job-status")).containsText("4 of 4 done");
        assertThat(card.getByText("Cancel all")).isHidden();
        assertThat(page.locator(".job")).hasCount(1);
        Accessibility.checkEverywhere(page, "several-2-done");
        page.reload();
        assertThat(page.locator(".job")).hasCount(1);
        assertThat(page.locator(".job.batch .cell-pictures img")).hasCount(4);
    }

    /** Long enough that some of them still wait. */
    private void cancelTheNext() {
        field("prompt").fill("a lake with mountains at dawn");
        field("steps").fill("30");
        field("steps").press("Tab");
        page.getByText("Several at once").click();
        say("more_seeds", "1 2 3 4");
        assertThat(page.locator("[id='form:price']")).containsText("4 jobs");
        field("submit").click();
        Locator card = page.locator(".job.batch").first();
        assertThat(page.locator(".job.batch")).hasCount(2);
        card.getByText("Cancel all").click();
        assertThat(card.getByText("Cancel all")).isHidden(new IsHiddenOptions().setTimeout(MINUTE));
        assertThat(card.locator(".job-status")).containsText("cancelled");
        assertThat(card.locator(".job-status")).containsText("credits returned");
    }

    private void say(String name, String value) {
        field(name).fill(value);
        field(name).press("Tab");
    }

    private Locator field(String name) {
        return page.locator("[id='form:" + name + "']");
    }
}
