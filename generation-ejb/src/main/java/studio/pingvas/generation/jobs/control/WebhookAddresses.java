package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.platform.net.AddressRefusedException;
import studio.pingvas.platform.net.ForeignHost;
import studio.pingvas.platform.net.PinnedPost;

/** Which addresses of users the server reports to. */
@ApplicationScoped
public class WebhookAddresses {
    private static final int MAX_LENGTH = 2_048;
    private static final int FIRST_FREE_PORT = 1_024;

    /** A name server of somebody may take its time, and requests wait for it. */
    private static final int MOST_LOOKUPS = 4;

    @Inject
    @ConfigProperty(name = "studio.webhooks.allow-http")
    boolean allowHttp;

    @Inject
    @ConfigProperty(name = "studio.webhooks.allow-private-addresses")
    boolean allowPrivate;

    private final Semaphore lookups = new Semaphore(MOST_LOOKUPS);

    protected WebhookAddresses() {}

    public WebhookAddresses(boolean allowHttp, boolean allowPrivate) {
        this.allowHttp = allowHttp;
        this.allowPrivate = allowPrivate;
    }

    /**
     * @param url of a request, or null
     * @throws InvalidRequestException if nothing would be sent there
     * @throws UnavailableException if name servers of others take all their time
     */
    public void requireGood(String url) {
        if (url == null) {
            return;
        }
        if (!lookups.tryAcquire()) {
            throw new UnavailableException("Addresses of webhooks cannot be checked just now.");
        }
        try {
            resolve(parse(url));
        } catch (AddressRefusedException e) {
            throw new InvalidRequestException(
                    "/webhook_url", "This address cannot be used: {0}", e.getMessage());
        } finally {
            lookups.release();
        }
    }

    /** The form alone; says nothing of where the name leads. */
    public URI parse(String url) throws AddressRefusedException {
        URI address = uriOf(url);
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean plain = "http".equalsIgnoreCase(address.getScheme());
        if (!secure && !(plain && allowHttp)) {
            throw new AddressRefusedException("The address does not begin with https.");
        }
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            throw new AddressRefusedException("Not an address of a server.");
        }
        int port = PinnedPost.portOf(address);
        // Below are services that speak no HTTP, and that could be made to misread it.
        if (port > 0xFFFF || port < FIRST_FREE_PORT && port != (secure ? 443 : 80)) {
            throw new AddressRefusedException("The port is not allowed.");
        }
        return address;
    }

    /** Where the name leads now; at least one address, and all of them allowed. */
    public InetAddress[] resolve(URI address) throws AddressRefusedException {
        return ForeignHost.resolve(address.getHost(), allowPrivate);
    }

    private static URI uriOf(String url) throws AddressRefusedException {
        if (url.length() > MAX_LENGTH) {
            throw new AddressRefusedException("At most " + MAX_LENGTH + " characters.");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new AddressRefusedException("Not an address of a server.", e);
        }
    }
}
