package studio.pingvas.user.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.user.Device;

class AddressLimitsTest {
    private static final Device HERE = new Device("192.0.2.1", null);
    private static final Device THERE = new Device("192.0.2.2", null);

    private final AddressLimits limits = LimitFixture.addresses(2);

    @Test
    void onlyFailedSignInsCount() {
        for (int i = 0; i < 10; i++) {
            limits.requireSignInAllowed(HERE);
        }
        limits.noteSignInFailure(HERE);
        limits.noteSignInFailure(HERE);
        assertThatThrownBy(() -> limits.requireSignInAllowed(HERE))
                .isInstanceOf(RateLimitedException.class);
        assertThatCode(() -> limits.requireSignInAllowed(THERE)).doesNotThrowAnyException();
    }

    @Test
    void eachKindHasItsOwnLimit() {
        limits.useRegistration(HERE);
        limits.useRegistration(HERE);
        assertThatThrownBy(() -> limits.useRegistration(HERE))
                .isInstanceOf(RateLimitedException.class);
        limits.useReset(HERE);
        limits.useReset(HERE);
        assertThatThrownBy(() -> limits.useReset(HERE)).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void addressesOfOneNetworkShareALimit() {
        assertThat(AddressLimits.networkOf(new Device("2001:db8:1:2::7", null)))
                .isEqualTo(AddressLimits.networkOf(new Device("2001:db8:1:2:ffff::1", null)))
                .isNotEqualTo(AddressLimits.networkOf(new Device("2001:db8:1:3::7", null)));
        assertThat(AddressLimits.networkOf(HERE)).isNotEqualTo(AddressLimits.networkOf(THERE));
    }
}
