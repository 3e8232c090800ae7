package studio.pingvas.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies =
            TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/33"));

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "203.0.113.5,'',203.0.113.5",
                "203.0.113.5,'198.51.100.1',203.0.113.5",
                "10.1.2.3,'',10.1.2.3",
                "10.1.2.3,'198.51.100.1',198.51.100.1",
                "10.1.2.3,'6.6.6.6, 198.51.100.1, 192.0.2.1',198.51.100.1",
                "10.1.2.3,'6.6.6.6, 198.51.100.1, evil.example.test',10.1.2.3",
                "10.1.2.3,'6.6.6.6, 999.1.1.1',10.1.2.3",
                "11.1.2.3,'198.51.100.1',11.1.2.3",
                "2001:db8:1::9,'2001:db8:ffff::1',2001:db8:ffff::1",
                "2001:db8:8000::9,'198.51.100.1',2001:db8:8000::9",
                "fe80::1%eth0,'',fe80::1"
            })
    void clientIsTheLastWhoIsNoProxyOfOurs(String peer, String forwarded, String client) {
        assertThat(proxies.clientOf(peer, forwarded)).isEqualTo(client);
    }

    @Test
    void nobodyIsTrustedByDefault() {
        assertThat(TrustedProxies.of(List.of()).clientOf("127.0.0.1", "198.51.100.1"))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.test", "10.0.0.0/33", "10.0.0.0/-1", "", "10/x"})
    void badSettingIsRefused(String setting) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(setting)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
