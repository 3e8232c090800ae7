package studio.pingvas.generation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.library.FittedSize;
import studio.pingvas.contracts.generation.library.SizePreset;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.jobs.Samples;

class FittedSizePresetsTest {
    private static final UUID ANN = UUID.randomUUID();

    private final FittedSizePresets presets = new FittedSizePresets();

    @BeforeEach
    void wire() {
        presets.entitlements = plans();
        presets.models = models();
    }

    @Test
    void everyPresetIsLedToASizeOfItsForm() {
        assertThat(presets.fittedTo(ANN, null))
                .hasSize(SizePreset.values().length)
                .extracting(
                        size -> size.preset().width() + "x" + size.preset().height(),
                        FittedSize::width,
                        FittedSize::height)
                .contains(
                        tuple("1024x1024", 512, 512),
                        tuple("1024x576", 256, 128),
                        tuple("576x1024", 512, 512),
                        tuple("1024x768", 512, 512),
                        tuple("1080x1080", 512, 512),
                        tuple("820x312", 256, 128));
    }

    @Test
    void anySizeIsLedToTheNearest() {
        assertThat(presets.nearest(ANN, "tiny", 130, 120))
                .isEqualTo(new FittedSize(null, 128, 128));
    }

    @Test
    void whatIsNoSizeIsRefused() {
        for (int edge : new int[] {0, -1, 20_000}) {
            assertThatThrownBy(() -> presets.nearest(ANN, null, edge, 100))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> presets.nearest(ANN, null, 100, edge))
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    private static Entitlements plans() {
        return new Entitlements() {
            @Override
            public Plan planOf(UUID userId) {
                return Samples.aFreePlan();
            }

            @Override
            public List<Plan> plans() {
                return List.of(Samples.aFreePlan());
            }
        };
    }

    private static ModelCatalog models() {
        return new ModelCatalog() {
            @Override
            public List<ModelView> allowedBy(Plan plan) {
                return List.of(Samples.aModel());
            }

            @Override
            public ModelView require(String modelId, Plan plan) {
                return Samples.aModel();
            }
        };
    }
}
