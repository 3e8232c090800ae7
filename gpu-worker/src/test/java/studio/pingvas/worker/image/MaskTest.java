package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.platform.picture.PngColors;
import studio.pingvas.platform.picture.PngFile;

class MaskTest {
    @Test
    void brightnessIsTheMask() {
        byte[] rows = {0, 0, (byte) 100, (byte) 255};
        byte[] file = PngFile.of(3, 1, 8, PngColors.GREY).withPixels(rows).bytes();

        assertThat(Mask.read(file).values()).containsExactly(0, 100, 255);
    }

    @Test
    void whatIsTransparentIsNotMadeAnew() {
        byte[] rows = {0, (byte) 255, 0, (byte) 255, (byte) 128, (byte) 128, (byte) 128};
        byte[] file = PngFile.of(3, 1, 8, PngColors.GREY_ALPHA).withPixels(rows).bytes();

        assertThat(Mask.read(file).values()).containsExactly(0, 128, 64);
    }

    @Test
    void colorsCountByTheirBrightness() {
        byte[] rows = {0, (byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255};
        byte[] file = PngFile.of(3, 1, 8, PngColors.RGB).withPixels(rows).bytes();

        assertThat(Mask.read(file).values()).containsExactly(76, 150, 29);
    }

    @Test
    void maskOfAnotherSizeIsRefusedWithBothSizes() {
        byte[] file =
                PngFile.of(3, 1, 8, PngColors.GREY).withPixels(new byte[] {0, 1, 1, 1}).bytes();

        assertThatThrownBy(() -> Mask.read(file).requireSize(1, 3))
                .isInstanceOfSatisfying(
                        InputRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("mask-size-mismatch"))
                .hasMessageContaining("3x1")
                .hasMessageContaining("1x3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void blackMaskIsRefused(int greyBehindGlass) {
        byte[] rows = {0, (byte) greyBehindGlass, 0};
        byte[] file = PngFile.of(1, 1, 8, PngColors.GREY_ALPHA).withPixels(rows).bytes();

        assertThatThrownBy(() -> Mask.read(file))
                .isInstanceOfSatisfying(
                        InputRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("mask-empty"));
    }
}
