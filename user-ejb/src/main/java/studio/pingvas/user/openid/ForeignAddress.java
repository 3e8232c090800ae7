package studio.pingvas.user.openid;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * An address of another server that somebody gave us. Our own network is closer to us than to them,
 * so what is asked there must be wanted: HTTP without TLS on loopback alone, never a link-local
 * address (the metadata service of a cloud answers there), and other private ones by a setting.
 */
final class ForeignAddress {
    private static final int MAX_LENGTH = 512;

    private ForeignAddress() {}

    /** The form alone; says nothing of where the name leads. */
    static URI parse(String text) throws ForeignAnswerException {
        try {
            URI address = new URI(text);
            boolean secure = "https".equals(address.getScheme());
            boolean plain = "http".equals(address.getScheme());
            if (text.length() > MAX_LENGTH
                    || !(secure || plain)
                    || address.getHost() == null
                    || address.getRawUserInfo() != null
                    || address.getRawFragment() != null) {
                throw new ForeignAnswerException("Not an address of a server.");
            }
            if (plain && !resolved(address)[0].isLoopbackAddress()) {
                throw new ForeignAnswerException("The address does not begin with https.");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new ForeignAnswerException("Not an address of a server.", e);
        }
    }

    /** Also asks where the name leads now. */
    static URI reachable(String text, boolean allowPrivate) throws ForeignAnswerException {
        URI address = parse(text);
        for (InetAddress target : resolved(address)) {
            if (isNeverAsked(target) || !allowPrivate && isPrivate(target)) {
                throw new ForeignAnswerException("The address leads into a network not allowed.");
            }
        }
        return address;
    }

    private static InetAddress[] resolved(URI address) throws ForeignAnswerException {
        try {
            return InetAddress.getAllByName(address.getHost());
        } catch (UnknownHostException e) {
            throw new ForeignAnswerException("The name of the server is unknown.", e);
        }
    }

    private static boolean isNeverAsked(InetAddress target) {
        return target.isLinkLocalAddress()
                || target.isMulticastAddress()
                || target.isAnyLocalAddress();
    }

    /** Besides what Java calls site-local: 100.64.0.0/10 (RFC 6598) and fc00::/7 (RFC 4193). */
    private static boolean isPrivate(InetAddress target) {
        byte[] bytes = target.getAddress();
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean unique = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return target.isLoopbackAddress() || target.isSiteLocalAddress() || shared || unique;
    }
}
