package studio.pingvas.user.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login.example.test",
                "ftp://login.example.test",
                "file:///etc/passwd",
                "https://user:secret@login.example.test",
                "https://login.example.test#part",
                "https:///path",
                "https://login example",
                "http://192.0.2.1",
                "http://10.0.0.1",
            })
    void addressMustBeOneOfASecureServer(String text) {
        assertThatThrownBy(() -> ForeignAddress.parse(text))
                .isInstanceOf(ForeignAnswerException.class);
    }

    @Test
    void loopbackNeedsNoEncryption() throws Exception {
        assertThat(ForeignAddress.parse("http://127.0.0.1:18080/realms/x").getPort())
                .isEqualTo(18080);
        assertThat(ForeignAddress.parse("https://login.example.test/x").getPath()).isEqualTo("/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://10.1.2.3",
                "https://172.16.0.1",
                "https://192.168.0.1",
                "https://100.64.0.1",
                "https://[::1]",
                "https://[fd00::1]",
                "https://[::ffff:10.0.0.1]",
            })
    void privateNetworkIsASetting(String text) {
        assertThatCode(() -> ForeignAddress.reachable(text, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ForeignAddress.reachable(text, false))
                .isInstanceOf(ForeignAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254",
                "https://0.0.0.0",
                "https://224.0.0.1",
                "https://[fe80::1]"
            })
    void metadataOfACloudIsNeverAsked(String text) {
        assertThatThrownBy(() -> ForeignAddress.reachable(text, true))
                .isInstanceOf(ForeignAnswerException.class);
    }
}
