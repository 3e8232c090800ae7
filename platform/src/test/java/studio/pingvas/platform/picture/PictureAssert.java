package studio.pingvas.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import studio.pingvas.platform.picture.PictureRefusedException.Reason;

final class PictureAssert {
    private PictureAssert() {}

    static void assertRefused(byte[] file, Reason reason, String complaint) {
        assertThatThrownBy(() -> PictureHeader.read(file))
                .isInstanceOfSatisfying(
                        PictureRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(complaint);
    }
}
