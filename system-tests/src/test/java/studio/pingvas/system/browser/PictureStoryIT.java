package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
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
    void newcomerPaintsOverAFileOfTheirOwnAndThenAPartOfIt() {
        Newcomer.registersOn(page);
        chooseWhatIsNoPicture();
        choosePicture();
        paintOverIt();
        paintAPartAnew();
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
        page.locator("[id='form:steps']").fill("4");
        page.locator("[id='form:steps']").press("Tab");
        submit().click();
        assertThat(page.locator(".job .job-pictures img"))
                .isVisible(new IsVisibleOptions().setTimeout(MINUTE));
        assertThat(page.locator("#start-preview")).isVisible();
        browser.screenshot("picture-1-painted-over");
    }

    private void paintAPartAnew() {
        page.locator("[id='form:use']").click();
        page.locator(".ui-selectonemenu-item")
                .filter(new Locator.FilterOptions().setHasText("Paint a part"))
                .click();
        assertThat(marked()).hasText("Nothing is marked yet.");
        assertThat(submit()).isDisabled();
        chooseMask(Pngs.maskOfLeftHalf(64, 64));
        assertThat(page.locator("#mask-fault"))
                .hasText("The mask must be as large as the picture.");
        chooseMask(Pngs.maskOfLeftHalf(192, 128));
        assertThat(marked()).hasText("50 % of the picture are marked.");
        assertThat(submit()).isEnabled();
        page.getByText("Clear").click();
        assertThat(submit()).isDisabled();
        drawALine();
        Accessibility.checkEverywhere(page, "picture-2-marked");
        submit().click();
        assertThat(page.locator(".job")).hasCount(2);
        assertThat(page.locator(".job").first().locator(".job-pictures img"))
                .isVisible(new IsVisibleOptions().setTimeout(MINUTE));
        String newest = page.request().get("/api/v1/queue/items?limit=1").text();
        Assertions.assertThat(newest).contains("\"kind\":\"inpaint\"");
        browser.screenshot("picture-3-part-painted");
    }

    private void drawALine() {
        Locator canvas = page.locator("#painter canvas");
        canvas.scrollIntoViewIfNeeded();
        page.locator("#brush").fill("40");
        canvas.click();
        assertThat(marked()).hasText("8 % of the picture are marked.");
        page.getByText("Undo").click();
        assertThat(marked()).hasText("Nothing is marked yet.");
        BoundingBox box = canvas.boundingBox();
        double middle = box.y + box.height / 2;
        page.mouse().move(box.x + box.width * 0.2, middle);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.8, middle);
        page.mouse().up();
        assertThat(marked()).hasText(Pattern.compile("[1-9][0-9]? % of the picture are marked."));
        assertThat(submit()).isEnabled();
    }

    private Locator marked() {
        return page.locator("#painter [role=status]");
    }

    private Locator submit() {
        return page.locator("[id='form:submit']");
    }

    private void chooseMask(byte[] mask) {
        page.locator("#mask-file").setInputFiles(new FilePayload("mask.png", "image/png", mask));
    }

    private void choose(String name, String type, byte[] content) {
        page.locator("#start-file").setInputFiles(new FilePayload(name, type, content));
    }
}
