package studio.pingvas.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses that begin with the same bits. */
final class Network {
    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /**
     * @param text an address and a number of bits, for example {@code 10.0.0.0/8}
     */
    static Network of(String text) {
        int slash = text.indexOf('/');
        try {
            // A literal, so nothing is asked of a name server.
            byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
            return new Network(prefix, Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
