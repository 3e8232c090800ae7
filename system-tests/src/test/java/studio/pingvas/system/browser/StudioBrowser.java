package studio.pingvas.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A headless browser with one page, and what that page complained about. */
final class StudioBrowser implements AutoCloseable {
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    StudioBrowser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setHeadless(true)
                                        .setArgs(ARGUMENTS));
        page =
                browser.newPage(
                        new Browser.NewPageOptions()
                                .setBaseURL(System.getProperty("studio.url"))
                                .setViewportSize(1440, 900));
        page.setDefaultTimeout(60_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
    }

    private static Path executable() {
        return Path.of(System.getProperty("studio.chromium", "/usr/bin/chromium"));
    }

    Page page() {
        return page;
    }

    /** Errors of scripts, of loading, and breaches of the page's own policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void screenshot(String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
