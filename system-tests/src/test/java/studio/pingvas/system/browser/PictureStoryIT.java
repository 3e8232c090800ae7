package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Pngs;

class PictureStoryIT {
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
    void newcomerPaintsOverAFileOfTheirOwn() {
        Newcomer.registersOn(page);
        chooseWhatIsNoPicture();
        choosePicture();
        paintOverIt();
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    private void chooseWhatIsNoPicture() {
        Locator fault = page.locator("#start-fault");
        choose("notes.txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(fault).containsText("(image-format-not-supported)");
        choose("torn.png", "image/png", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(fault).containsText("(image-invalid)");
        assertThat(page.locator(".input-picture")).hasCount(0);
    }

    private void choosePicture() {
        choose("sea.png", "image/png", Pngs.plain(192, 128, Color.BLUE));
        Locator preview = page.locator("#start-preview");
        assertThat(preview).isVisible();
        page.waitForFunction("() => document.getElementById('start-preview').naturalWidth === 192");
        assertThat(page.locator("#start-fault")).isEmpty();
        page.getByText("Begin without it").click();
        assertThat(preview).hasCount(0);
        choose("sea.png", "image/png", Pngs.plain(192, 128, Color.BLUE));
        assertThat(preview).isVisible();
    }

    private void paintOverIt() {
        page.locator("[id='form:prompt']").fill("a lake with mountains at dawn");
        page.getByLabel("Steps").fill("4");
        page.getByLabel("Steps").press("Tab");
        page.locator("[id='form:submit']").click();
        assertThat(page.locator(".job .job-pictures img"))
                .isVisible(new IsVisibleOptions().setTimeout(MINUTE));
        assertThat(page.locator("#start-preview")).isVisible();
        browser.screenshot("picture-1-painted-over");
    }

    private void choose(String name, String type, byte[] content) {
        page.locator("#start-file").setInputFiles(new FilePayload(name, type, content));
    }
}
