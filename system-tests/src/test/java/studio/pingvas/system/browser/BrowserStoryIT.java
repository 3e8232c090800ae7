package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.PngText;

class BrowserStoryIT {
    private static final String PROMPT = "a red house by the sea at night";
    private static final double MINUTE = 60_000;

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private StudioBrowser browser;
    private Page page;

    @BeforeEach
    void open() {
        browser = new StudioBrowser();
        page = browser.page();
        page.onWebSocket(
                socket ->
                        socket.onFrameReceived(frame -> frames.add(String.valueOf(frame.text()))));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void newcomerMakesAPictureKeepsItAndDeletesIt() throws IOException {
        register();
        generate();
        watchItAppear();
        findItInTheGallery();
        download();
        delete();
        signOut();
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    private void register() {
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml"));
        page.getByText("Create an account").click();
        page.getByLabel("Your name").fill("Ada");
        page.getByLabel("Email").fill(UUID.randomUUID() + "@example.org");
        page.getByLabel("Password").fill("short");
        page.getByText("Create account").click();
        assertThat(page.getByText("A password has 8 to 256 characters.")).isVisible();
        page.getByLabel("Password").fill("four unrelated words here");
        page.getByText("Create account").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/generate\\.xhtml"));
        browser.screenshot("1-generate-empty");
    }

    private void generate() {
        Locator button = page.locator("[id='form:submit']");
        assertThat(button).isDisabled();
        page.locator(".chip", new Page.LocatorOptions().setHasText(PROMPT)).click();
        assertThat(button).isEnabled();
        page.locator("[id='form:seed']").fill("7");
        Locator price = page.locator("[id='form:price'] strong");
        String usual = price.textContent();
        page.locator("[id='form:steps']").fill("30");
        page.locator("[id='form:steps']").press("Tab");
        assertThat(price).not().hasText(usual.strip());
        button.click();
    }

    private void watchItAppear() {
        Locator card = page.locator(".job");
        assertThat(card.locator(".job-preview"))
                .hasAttribute(
                        "src",
                        Pattern.compile("data:image/jpeg;base64,.+"),
                        new HasAttributeOptions().setTimeout(MINUTE));
        browser.screenshot("2-generate-live");
        assertThat(card.locator(".job-pictures img"))
                .isVisible(new IsVisibleOptions().setTimeout(MINUTE));
        Assertions.assertThat(frames)
                .anyMatch(frame -> frame.contains("\"current_step\":30"))
                .anyMatch(frame -> frame.contains("\"type\":\"completed\""));
        assertThat(card.locator("[data-recipe=seed]")).hasText("7");
        assertThat(card.locator("[data-recipe=steps]")).hasText("30");
        assertThat(card.locator(".job-preview")).isHidden();
        browser.screenshot("3-generate-done");
        page.reload();
        assertThat(page.locator(".job .job-pictures img")).isVisible();
    }

    private void findItInTheGallery() {
        page.getByText("Gallery").click();
        assertThat(page.locator(".tile")).hasCount(1);
        browser.screenshot("4-gallery");
        page.locator(".tile").click();
        assertThat(page.locator("h1")).hasText(PROMPT);
        page.waitForFunction(
                "() => document.querySelector('.viewer-picture img').naturalWidth === 512");
        browser.screenshot("5-picture");
    }

    private void download() throws IOException {
        Download download = page.waitForDownload(() -> page.getByText("Download").click());
        Assertions.assertThat(download.suggestedFilename()).matches("[0-9a-f-]{36}\\.png");
        byte[] png = Files.readAllBytes(download.path());
        Assertions.assertThat(PngText.of(png).get("parameters")).contains(PROMPT, "Seed: 7");
    }

    private void delete() {
        page.locator("[id='form:delete']").click();
        browser.screenshot("6-delete");
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator(".empty-gallery")).isVisible();
        browser.screenshot("7-gallery-empty");
    }

    private void signOut() {
        page.getByText("Sign out").click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml"));
        page.navigate("/app/gallery.xhtml");
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml"));
    }
}
