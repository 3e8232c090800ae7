package studio.pingvas.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0           | Firefox on Linux
                    Mozilla/5.0 (Windows NT 10.0) Chrome/129 Safari/537.36 Edg/129.0  | Edge on Windows
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Safari/605.1         | Safari on macOS
                    Mozilla/5.0 (Linux; Android 15) Chrome/129 Mobile Safari/537.36   | Chrome on Android
                    Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/129  | Chrome on iPhone
                    curl/8.5.0                | curl
                    Java-http-client/17.0.12  | Java-http-client
                    <script>alert(1)</script> | scriptalert1
                    """)
    void headerBecomesANameThatPeopleKnow(String userAgent, String name) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(name);
    }

    @Test
    void silentClientIsUnknown() {
        assertThat(DeviceName.of(null)).isEqualTo("Unknown device");
        assertThat(DeviceName.of("  ")).isEqualTo("Unknown device");
        assertThat(DeviceName.of("()")).isEqualTo("Unknown device");
    }

    @Test
    void endlessNameIsCut() {
        assertThat(DeviceName.of("x".repeat(5000))).hasSize(40);
    }
}
