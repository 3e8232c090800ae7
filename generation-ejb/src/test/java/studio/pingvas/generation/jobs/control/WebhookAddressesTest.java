package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.UnavailableException;

class WebhookAddressesTest {
    private final WebhookAddresses addresses = new WebhookAddresses(false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/hook?a=b",
                "HTTPS://8.8.8.8:8443",
                "https://[2606:4700::1111]:443/"
            })
    void serverOfTheInternetIsReportedTo(String url) {
        assertThatCode(() -> addresses.requireGood(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "/hook",
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https:///hook",
                "https://user:secret@8.8.8.8/",
                "https://8.8.8.8/#part",
                "https://8.8.8.8/a b",
                "https://8.8.8.8/\r\nX-A: b",
                "https://8.8.8.8:22/",
                "https://8.8.8.8:80/",
                "https://8.8.8.8:99999/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://localhost:8443/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::ffff:169.254.169.254]/",
                "https://[fd00::1]/",
                "https://nobody.invalid/"
            })
    void nothingElseIs(String url) {
        assertThatThrownBy(() -> addresses.requireGood(url))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused ->
                                assertThat(refused.violations().get(0).pointer())
                                        .isEqualTo("/webhook_url"));
    }

    @Test
    void requestWithoutWebhookIsGood() {
        assertThatCode(() -> addresses.requireGood(null)).doesNotThrowAnyException();
    }

    @Test
    void addressIsNoLongerThanItsColumn() {
        String base = "https://8.8.8.8/";

        addresses.requireGood(base + "a".repeat(2_048 - base.length()));
        assertThatThrownBy(() -> addresses.requireGood(base + "a".repeat(2_049 - base.length())))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void ownNetworkAndPlainHttpAreSettings() {
        WebhookAddresses open = new WebhookAddresses(true, true);

        assertThatCode(() -> open.requireGood("http://127.0.0.1:8080/hook"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> open.requireGood("http://169.254.169.254/"))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> open.requireGood("http://127.0.0.1:443/"))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void nameServersThatTakeTheirTimeHoldAFewRequestsAndNoMore() throws Exception {
        CountDownLatch asked = new CountDownLatch(4);
        CountDownLatch answers = new CountDownLatch(1);
        WebhookAddresses slow =
                new WebhookAddresses(false, false) {
                    @Override
                    public InetAddress[] resolve(URI address) {
                        asked.countDown();
                        try {
                            answers.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return new InetAddress[0];
                    }
                };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> held = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                held.add(threads.submit(() -> slow.requireGood("https://slow.example.test")));
            }
            asked.await();

            assertThatThrownBy(() -> slow.requireGood("https://slow.example.test"))
                    .isInstanceOf(UnavailableException.class);

            answers.countDown();
            for (Future<?> request : held) {
                request.get();
            }
            slow.requireGood("https://slow.example.test");
        } finally {
            threads.shutdownNow();
        }
    }
}
