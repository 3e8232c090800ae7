package studio.pingvas.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A server that somebody else names. Our own network is closer to us than to them, so a name counts
 * only if every address behind it is one that may be asked.
 */
public final class ForeignHost {
    private ForeignHost() {}

    /**
     * Where the name leads now; at least one address.
     *
     * @param allowPrivate whether loopback and private networks may be asked
     */
    public static InetAddress[] resolve(String host, boolean allowPrivate)
            throws AddressRefusedException {
        InetAddress[] targets;
        try {
            targets = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new AddressRefusedException("The name of the server is unknown.", e);
        }
        for (InetAddress target : targets) {
            Reach reach = Reach.of(target);
            if (reach == Reach.NEVER || reach == Reach.PRIVATE && !allowPrivate) {
                throw new AddressRefusedException("The address leads into a network not allowed.");
            }
        }
        return targets;
    }
}
