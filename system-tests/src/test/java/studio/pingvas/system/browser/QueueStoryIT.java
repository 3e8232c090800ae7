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
import studio.pingvas.launcher.Accounts.Account;
import studio.pingvas.system.RunningPlatform;

class QueueStoryIT {
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
    void administratorPausesATierAndLetsItGoOn() {
        signIn(RunningPlatform.platform().accounts().admin());
        page.navigate("/app/admin/queue.xhtml");
        assertThat(page.locator("#workers .table tbody tr")).not().hasCount(0);
        Accessibility.check(page);

        Locator enterprise =
                page.locator("#tiers tr")
                        .filter(new Locator.FilterOptions().setHasText("Enterprise"));
        button(enterprise, "Pause the tier Enterprise").click();
        assertThat(enterprise.locator(".badge")).hasText("Paused");

        button(enterprise, "Resume the tier Enterprise").click();
        assertThat(enterprise.locator(".badge")).hasCount(0);
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    private void signIn(Account account) {
        page.navigate("/login.xhtml");
        page.getByLabel("Email").fill(account.email());
        page.locator("input[type=password]").fill(account.password());
        page.locator("button[type=submit]").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/app/generate\\.xhtml"));
    }

    private static Locator button(Locator row, String name) {
        return row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
