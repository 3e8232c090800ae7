package studio.pingvas.platform.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How far away an address is, by the special-purpose registries of IANA (RFC 6890). */
enum Reach {
    /** Anybody's server on the internet. */
    PUBLIC,
    /** Ourselves, our neighbours, or nobody. */
    PRIVATE,
    /** What no request is ever meant for: among others the metadata services of clouds. */
    NEVER;

    private static final List<Network> NEVER_ASKED =
            networks(
                    "0.0.0.0/8",
                    "169.254.0.0/16",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Services of Alibaba Cloud, Azure and AWS for the machines they host.
                    "100.100.100.200/32",
                    "168.63.129.16/32",
                    "fd00:ec2::/32",
                    "::/128",
                    "fe80::/10",
                    "ff00::/8",
                    // Teredo hides an IPv4 address.
                    "2001::/32");

    private static final List<Network> NOT_PUBLIC =
            networks(
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "2001:db8::/32");

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");
    private static final Network LOOPBACK = Network.of("::1/128");
    private static final Network COMPATIBLE = Network.of("::/96");

    static Reach of(InetAddress address) {
        return of(address.getAddress());
    }

    private static Reach of(byte[] address) {
        if (NEVER_ASKED.stream().anyMatch(network -> network.contains(address))) {
            return NEVER;
        }
        if (SIX_TO_FOUR.contains(address)) {
            return of(Arrays.copyOfRange(address, 2, 6));
        }
        if (TRANSLATED.contains(address)) {
            return of(Arrays.copyOfRange(address, 12, 16));
        }
        if (LOOPBACK.contains(address)) {
            return PRIVATE;
        }
        if (COMPATIBLE.contains(address)) {
            return of(Arrays.copyOfRange(address, 12, 16));
        }
        boolean unassigned = address.length == 16 && !GLOBAL_UNICAST.contains(address);
        boolean special = NOT_PUBLIC.stream().anyMatch(network -> network.contains(address));
        return unassigned || special ? PRIVATE : PUBLIC;
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
