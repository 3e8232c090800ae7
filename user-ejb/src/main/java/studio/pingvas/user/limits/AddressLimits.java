package studio.pingvas.user.limits;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.platform.concurrent.RateBuckets;

/** What may be tried from one network address. */
@ApplicationScoped
public class AddressLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CAPACITY = 100_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    @Inject LimitSettings settings;

    private RateBuckets<String> signInFailures;
    private RateBuckets<String> registrations;
    private RateBuckets<String> resets;

    @PostConstruct
    void prepare() {
        signInFailures = new RateBuckets<>(CAPACITY, settings.signInFailuresPerMinute(), MINUTE);
        registrations = new RateBuckets<>(CAPACITY, settings.registrationsPerMinute(), MINUTE);
        resets = new RateBuckets<>(CAPACITY, settings.resetsPerMinute(), MINUTE);
    }

    /** Before a password is looked at; only {@link #noteSignInFailure failures} count. */
    public void requireSignInAllowed(Device device) {
        refuseIf(signInFailures.waitOf(networkOf(device)));
    }

    public void noteSignInFailure(Device device) {
        signInFailures.use(networkOf(device));
    }

    public void useRegistration(Device device) {
        refuseIf(registrations.use(networkOf(device)));
    }

    public void useReset(Device device) {
        refuseIf(resets.use(networkOf(device)));
    }

    private static void refuseIf(Optional<Duration> wait) {
        wait.ifPresent(
                duration -> {
                    throw new RateLimitedException(duration);
                });
    }

    /** Whoever has one IPv6 address has the other 2^64 of its network too. */
    static String networkOf(Device device) {
        try {
            byte[] address = InetAddress.getByName(device.address()).getAddress();
            return address.length > IPV6_NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(address, IPV6_NETWORK_BYTES))
                    : device.address();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an IP address: " + device.address(), e);
        }
    }
}
