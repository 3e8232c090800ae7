package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.MailFolder;

/** Somebody who opens an account on the pages. */
record Newcomer(Page page, String email, String password) {
    static Newcomer registersOn(Page page) {
        Newcomer newcomer =
                new Newcomer(page, UUID.randomUUID() + "@example.org", "four unrelated words here");
        page.navigate("/register.xhtml");
        page.getByLabel("Your name").fill("Ada");
        page.getByLabel("Email").fill(newcomer.email);
        page.getByLabel("Password").fill(newcomer.password);
        page.getByText("Create account").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/generate\\.xhtml"));
        return newcomer;
    }

    /** Looking at the page of the link does nothing yet; its button does. */
    void verifiesTheAddress() {
        assertThat(page.locator("form.banner")).isVisible();
        String link = linkTo("/verify-email.xhtml");
        page.navigate(link);
        page.navigate(link);
        page.locator("[id='form:submit']").click();
        assertThat(page.getByText("Your address is verified.")).isVisible();
        page.navigate("/app/account.xhtml");
        assertThat(page.locator("form.banner")).hasCount(0);
    }

    /** Of the newest mail; the host is the one the browser came to. */
    String linkTo(String target) {
        String link = new MailFolder(RunningPlatform.data()).linkTo(target, email);
        return link.substring(link.indexOf(target));
    }
}
