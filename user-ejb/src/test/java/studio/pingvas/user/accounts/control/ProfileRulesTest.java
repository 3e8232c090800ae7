package studio.pingvas.user.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.ProfileChange;

class ProfileRulesTest {
    @Test
    void nothingIsAChangeToo() {
        ProfileChange nothing = new ProfileChange(null, null, null);
        assertThat(ProfileRules.accept(nothing)).isEqualTo(nothing);
    }

    @Test
    void goodValuesAreKept() {
        assertThat(ProfileRules.accept(new ProfileChange(" Ann ", "https://a.test/x.png", "ko")))
                .isEqualTo(new ProfileChange("Ann", "https://a.test/x.png", "ko"));
        assertThat(ProfileRules.accept(new ProfileChange(null, "", null)).avatarUrl()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.test/x.png",
                "javascript:alert(1)",
                "data:image/png;base64,AA",
                "https:///x",
                "https://user@a.test/x",
                "/x.png",
                "https://a.test/ x"
            })
    void onlySecureAddressesArePictures(String url) {
        assertThatThrownBy(() -> ProfileRules.accept(new ProfileChange(null, url, null)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void allBadValuesAreNamedAtOnce() {
        String endless = "https://a.test/" + "x".repeat(500);
        assertThatThrownBy(() -> ProfileRules.accept(new ProfileChange(" ", endless, "de")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e ->
                                assertThat(e.violations())
                                        .extracting(InvalidRequestException.Violation::pointer)
                                        .containsExactly(
                                                "/display_name", "/avatar_url", "/language"));
    }
}
