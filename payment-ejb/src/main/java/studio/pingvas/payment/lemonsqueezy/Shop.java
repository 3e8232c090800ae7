package studio.pingvas.payment.lemonsqueezy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Our shop at Lemon Squeezy, as the settings name it. */
@ApplicationScoped
public class Shop {
    private static final int SHORTEST_SECRET = 6;
    private static final int LONGEST_SECRET = 40;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.store-id")
    long storeId;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.test-mode")
    boolean testMode;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.webhook-secret")
    Optional<String> secret;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.webhook-secret-previous")
    Optional<String> previousSecret;

    /** A bad secret is told at the start, not by refusing every report. */
    @PostConstruct
    void check() {
        for (String each : secrets()) {
            if (each.length() < SHORTEST_SECRET || each.length() > LONGEST_SECRET) {
                throw new IllegalStateException(
                        "studio.lemonsqueezy.webhook-secret must have 6 to 40 characters");
            }
        }
    }

    public long storeId() {
        return storeId;
    }

    /** Whether purchases are made with test cards: reports of the other world are not ours. */
    public boolean testMode() {
        return testMode;
    }

    public WebhookSignature signature() {
        return new WebhookSignature(secrets());
    }

    public boolean owns(Long store, Boolean test) {
        return store != null && store == storeId && test != null && test == testMode;
    }

    private List<String> secrets() {
        return Stream.concat(secret.stream(), previousSecret.stream()).toList();
    }
}
