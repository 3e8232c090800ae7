package studio.pingvas.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "193.0.0.1",
                "2606:4700::1111",
                "2002:0808:0808::1",
                "64:ff9b::8.8.8.8"
            })
    void serverOfTheInternetMayBeAsked(String host) throws Exception {
        assertThat(ForeignHost.resolve(host, false)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.1.2.3",
                "2130706433",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "2001:db8::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "2002:0a00:0001::1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::8.8.8.8"
            })
    void ownNetworkIsAskedByASettingAlone(String host) throws Exception {
        assertThat(ForeignHost.resolve(host, true)).isNotEmpty();
        assertThatThrownBy(() -> ForeignHost.resolve(host, false))
                .isInstanceOf(AddressRefusedException.class)
                .hasMessageContaining("network not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "::",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::169.254.169.254",
                "2002:a9fe:a9fe::1",
                "2001::1"
            })
    void metadataOfACloudIsNeverAsked(String host) {
        assertThatThrownBy(() -> ForeignHost.resolve(host, true))
                .isInstanceOf(AddressRefusedException.class);
    }

    @Test
    void nameThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> ForeignHost.resolve("nobody.invalid", true))
                .isInstanceOf(AddressRefusedException.class)
                .hasMessageContaining("unknown");
    }
}
