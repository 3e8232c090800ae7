package studio.pingvas.user.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One memory of each issuer on this node. Only issuers that somebody configured are asked for. */
@ApplicationScoped
public class PublishedIssuers {
    @Inject ForeignDocuments documents;

    Clock clock = Clock.systemUTC();

    private final Map<String, PublishedIssuer> byAddress = new ConcurrentHashMap<>();

    protected PublishedIssuers() {}

    public PublishedIssuers(ForeignDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    public PublishedIssuer of(String issuer) {
        return byAddress.computeIfAbsent(
                issuer, address -> new PublishedIssuer(address, documents, clock));
    }

    /** For an issuer that was removed, or is to be read anew at once. */
    public void forget(String issuer) {
        byAddress.remove(issuer);
    }
}
