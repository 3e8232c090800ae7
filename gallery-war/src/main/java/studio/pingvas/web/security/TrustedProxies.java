package studio.pingvas.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies in front of this server, as addresses ({@code 192.0.2.1}) or networks ({@code
 * 10.0.0.0/8}).
 */
record TrustedProxies(List<Network> networks) {
    /** Nothing else is given to {@link InetAddress}, which would ask the name service. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((other[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @throws IllegalArgumentException if one of them is no address and no network
     */
    static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(texts.stream().map(TrustedProxies::networkOf).toList());
    }

    /**
     * Each proxy appends the address that it was called from. Read from the end, the first one that
     * is no proxy of ours is the client; what stands before it is only the client's word.
     *
     * @param forwardedFor what all headers of that name say, empty if there is none
     */
    String clientOf(String peer, String forwardedFor) {
        String client = withoutZone(peer);
        String[] hops = forwardedFor.split(",");
        for (int hop = hops.length - 1; hop >= 0 && contains(client); hop--) {
            String next = hops[hop].strip();
            if (bytesOf(next).isEmpty()) {
                return client;
            }
            client = next;
        }
        return client;
    }

    private boolean contains(String address) {
        return bytesOf(address)
                .filter(bytes -> networks.stream().anyMatch(network -> network.contains(bytes)))
                .isPresent();
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static Network networkOf(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address =
                bytesOf(parts[0])
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "studio.web.trusted-proxies: no address: " + text));
        int most = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("studio.web.trusted-proxies: no network: " + text);
        }
        return new Network(address, bits);
    }

    private static Optional<byte[]> bytesOf(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            // Made of the right characters, and no address all the same.
            return Optional.empty();
        }
    }
}
