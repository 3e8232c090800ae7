package studio.pingvas.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillingStoryIT {
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
    void newcomerBuysSpendsDowngradesCancelsResumesAndReadsIt() {
        Newcomer newcomer = Newcomer.registersOn(page);
        refusedBeforeTheAddressIsVerified();
        newcomer.verifiesTheAddress();
        buyPro();
        makeAPicture();
        downgrade();
        cancel();
        resume();
        readTheHistory();
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    private void refusedBeforeTheAddressIsVerified() {
        page.navigate("/app/billing.xhtml");
        Accessibility.check(page);
        plan("pro").click();
        assertThat(page.getByText("Verify your email address first.")).isVisible();
    }

    private void buyPro() {
        page.navigate("/app/billing.xhtml");
        browser.screenshot("billing-1-free");
        plan("pro").click();
        page.getByText("Pay $29").click();
        assertThat(page.getByText("Your credits have arrived."))
                .isVisible(new IsVisibleOptions().setTimeout(MINUTE));
        Accessibility.check(page);
        assertThat(page.locator(".figure strong")).hasText("41,000");
        page.navigate("/app/billing.xhtml");
        assertThat(page.locator(".figure strong")).hasText("Pro");
        browser.screenshot("billing-2-pro");
    }

    private void makeAPicture() {
        page.navigate("/app/generate.xhtml");
        page.locator(".chip").first().click();
        page.locator("[id='form:submit']").click();
        assertThat(page.locator(".job .job-pictures img"))
                .isVisible(new IsVisibleOptions().setTimeout(MINUTE));
        page.navigate("/app/billing.xhtml");
    }

    private void downgrade() {
        plan("starter").click();
        assertThat(page.locator(".ui-confirm-dialog")).containsText("nothing is charged now");
        confirm();
        assertThat(page.locator(".figure strong")).hasText("Starter");
    }

    private void cancel() {
        page.locator("[id='form:cancel']").click();
        assertThat(page.locator(".ui-confirm-dialog")).containsText("until the paid period ends");
        confirm();
        assertThat(page.getByText("then you have the free plan.")).isVisible();
        browser.screenshot("billing-3-cancelled");
    }

    private void resume() {
        page.locator("[id='form:resume']").click();
        assertThat(page.getByText("Renews on")).isVisible();
    }

    private void readTheHistory() {
        page.navigate("/app/billing/credits.xhtml");
        Accessibility.check(page);
        assertThat(page.locator(".chart svg path")).hasCount(2);
        assertThat(page.locator(".table tbody tr")).hasCount(3);
        assertThat(page.locator(".table")).containsText("+40,000");
        assertThat(page.locator(".table")).containsText("Pictures");
        browser.screenshot("billing-4-history");
        page.navigate("/app/billing/invoices.xhtml");
        Accessibility.check(page);
        assertThat(page.locator(".table tbody tr")).hasCount(1);
        assertThat(page.locator(".table")).containsText("$29");
    }

    private Locator plan(String tier) {
        return page.locator(".plan[data-tier=" + tier + "] button");
    }

    private void confirm() {
        page.locator(".ui-confirmdialog-yes").click();
    }
}
