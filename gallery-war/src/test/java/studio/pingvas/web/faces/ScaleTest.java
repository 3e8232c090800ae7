package studio.pingvas.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void theTopIsTheNextRoundNumber() {
        assertThat(Scale.holding(0).top()).isEqualTo(1);
        assertThat(Scale.holding(1).top()).isEqualTo(1);
        assertThat(Scale.holding(3).top()).isEqualTo(5);
        assertThat(Scale.holding(10).top()).isEqualTo(10);
        assertThat(Scale.holding(41_000).top()).isEqualTo(50_000);
        assertThat(Scale.holding(600_001).top()).isEqualTo(1_000_000);
    }

    @Test
    void evenTheLargestNumberHasATop() {
        assertThat(Scale.holding(Long.MAX_VALUE).top()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void depthIsMeasuredFromTheUpperEdge() {
        Scale scale = Scale.holding(100);
        assertThat(scale.depth(100, 160)).isZero();
        assertThat(scale.depth(0, 160)).isEqualTo(160);
        assertThat(scale.depth(25, 160)).isEqualTo(120);
    }
}
