package studio.pingvas.user.openid;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import studio.pingvas.platform.net.AddressRefusedException;
import studio.pingvas.platform.net.ForeignHost;

/**
 * An address of another server that somebody gave us. Our own network is closer to us than to them,
 * so what is asked there must be wanted: HTTP without TLS on loopback alone, never the metadata
 * service of a cloud and the like, and other private ones by a setting.
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
            if (plain && !resolved(address, true)[0].isLoopbackAddress()) {
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
        resolved(address, allowPrivate);
        return address;
    }

    private static InetAddress[] resolved(URI address, boolean allowPrivate)
            throws ForeignAnswerException {
        try {
            return ForeignHost.resolve(address.getHost(), allowPrivate);
        } catch (AddressRefusedException e) {
            throw new ForeignAnswerException(e.getMessage(), e);
        }
    }
}
