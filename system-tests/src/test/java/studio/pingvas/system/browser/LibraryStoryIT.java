package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryStoryIT {
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
    void authorFillsAndWritesTemplatesAndKeepsAPreset() {
        Newcomer.registersOn(page);
        fillAShippedTemplate();
        writeATemplate();
        keepAPreset();
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    private void fillAShippedTemplate() {
        page.locator(".bar-nav").getByText("Templates").click();
        assertThat(page.locator(".sheet")).hasCount(10);
        Accessibility.check(page);
        page.locator(".chips").getByText("Product").click();
        assertThat(page.locator(".sheet")).hasCount(1);
        page.locator(".sheet").click();
        Accessibility.check(page);
        Locator preview = page.locator(".preview");
        assertThat(preview).containsText("photograph of \u2026,");
        page.locator("[id='form:use']").click();
        assertThat(page.getByText("Product: Say something here.")).isVisible();
        textbox("Product").fill("a {red} cup & <b>");
        assertThat(preview).containsText("photograph of a {red} cup & <b>,");
        page.locator("[id='form:use']").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/generate\\.xhtml\\?template=.*"));
        assertThat(page.locator("[id='form:prompt']"))
                .hasValue(Pattern.compile("professional .* a \\{red} cup & <b>, .*"));
    }

    private void writeATemplate() {
        page.navigate("/app/templates/edit.xhtml");
        page.locator("[id='form:save']").click();
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        textbox("Name").fill("My house");
        page.locator("[id='form:prompt']").fill("a {color} house");
        page.locator("[id='form:prompt']").press("Tab");
        textbox("Choices, one in each line").fill("red | Red\nblue");
        Accessibility.check(page);
        page.locator("[id='form:save']").click();
        assertThat(page.locator("h1")).hasText("My house");
        page.locator(".actions").getByText("Edit").click();
        assertThat(textbox("Choices, one in each line")).hasValue("red | Red\nblue");
        page.locator("[id='form:save']").click();
        page.locator("[id='form:delete']").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/templates\\.xhtml"));
        page.locator(".switch").getByText("Yours").click();
        assertThat(page.getByText("No template is like that.")).isVisible();
    }

    private void keepAPreset() {
        page.locator(".gallery-head").getByText("Prompt presets").click();
        Accessibility.check(page);
        textbox("Name").fill("Fog");
        textbox("Words for the prompt").fill("{prompt} in the fog");
        page.locator("[id='form:save']").click();
        assertThat(page.locator(".preset-list").first()).containsText("Fog");
        page.navigate("/app/generate.xhtml");
        page.locator("[id='form:preset']").click();
        page.locator("[id='form:preset_panel']").getByText("Fog").click();
        page.locator("[id='form:prompt']").fill("a red house");
        page.locator("[id='form:submit']").click();
        assertThat(page.locator(".job-prompt")).hasText("a red house in the fog");
    }

    private Locator textbox(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
