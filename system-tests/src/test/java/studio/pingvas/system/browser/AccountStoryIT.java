package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountStoryIT {
    private static final String NEW_PASSWORD = "five other unrelated words here";

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
    void ownerVerifiesNamesMakesAKeyResetsThePasswordAndLeaves() {
        Newcomer owner = Newcomer.registersOn(page);
        owner.verifiesTheAddress();
        changeTheName();
        makeAndRevokeAKey();
        lookAtSecurityAndUsage();
        resetThePassword(owner);
        leave(owner);
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void pagesOfAdministratorsAreClosedToOthers() {
        Newcomer.registersOn(page);

        page.navigate("/app/admin/tasks.xhtml");

        assertThat(page.getByText("This page is for administrators.")).isVisible();
        assertThat(page.locator(".table")).hasCount(0);
    }

    private void changeTheName() {
        Accessibility.check(page);
        page.getByLabel("Your name").fill("Ada Lovelace");
        page.getByText("Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        page.reload();
        assertThat(page.locator(".bar-name")).hasText("Ada Lovelace");
    }

    private void makeAndRevokeAKey() {
        page.navigate("/app/account/keys.xhtml");
        Accessibility.check(page);
        page.getByLabel("Name").fill("batch job");
        page.getByText("Make the key").click();
        Locator secret = page.locator("#secret");
        assertThat(secret).hasText(Pattern.compile("psk_\\w{20,}"));
        browser.screenshot("account-1-key");
        page.reload();
        assertThat(secret).hasCount(0);
        page.locator(".table .danger").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.getByText("You have no keys.")).isVisible();
    }

    private void lookAtSecurityAndUsage() {
        page.navigate("/app/account/security.xhtml");
        Accessibility.check(page);
        assertThat(page.getByText("this one")).isVisible();
        browser.screenshot("account-2-security");
        page.navigate("/app/account/usage.xhtml");
        Accessibility.check(page);
        assertThat(page.locator(".chart-bar")).hasCount(30);
    }

    private void resetThePassword(Newcomer owner) {
        page.getByText("Sign out").click();
        page.getByText("Forgot your password?").click();
        Accessibility.check(page);
        page.getByLabel("Email").fill(owner.email());
        page.getByText("Send the link").click();
        assertThat(page.getByText("If the address has an account")).isVisible();
        page.navigate(owner.linkTo("/reset-password.xhtml"));
        page.getByLabel("New password").fill(NEW_PASSWORD);
        page.getByText("Change the password").click();
        assertThat(page.getByText("Sign in with the new one.")).isVisible();
        signIn(owner, owner.password());
        assertThat(page.getByText("Email or password is wrong.")).isVisible();
        signIn(owner, NEW_PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/app/generate\\.xhtml"));
    }

    private void signIn(Newcomer owner, String password) {
        page.getByLabel("Email").fill(owner.email());
        page.getByLabel("Password").fill(password);
        page.locator("[id='form:submit']").click();
    }

    private void leave(Newcomer owner) {
        page.navigate("/app/account/delete.xhtml");
        Accessibility.check(page);
        page.locator("[id='form:confirmation']").fill("somebody@example.org");
        page.locator("[id='form:delete']").click();
        assertThat(page.locator(".ui-message")).containsText("to confirm");
        page.locator("[id='form:confirmation']").fill(owner.email());
        page.locator("[id='form:delete']").click();
        assertThat(page.getByText("Your account is deleted.")).isVisible();
        signIn(owner, NEW_PASSWORD);
        assertThat(page.getByText("Email or password is wrong.")).isVisible();
    }
}
