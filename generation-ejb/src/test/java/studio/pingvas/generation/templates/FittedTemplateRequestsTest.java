package studio.pingvas.generation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.templates.TemplateSamples.aTemplate;
import static studio.pingvas.generation.templates.TemplateSamples.product;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.library.FittedSize;
import studio.pingvas.contracts.generation.library.SizePreset;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateValues;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Samples;

class FittedTemplateRequestsTest {
    private static final Map<String, String> CUP = Map.of("product", "a cup");

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final UUID ann = UUID.randomUUID();
    private final FittedTemplateRequests requests = new FittedTemplateRequests();

    @BeforeEach
    void wire() {
        requests.entitlements = new OnePlan();
        requests.models = new OneModel();
        requests.templates =
                new JpaTemplates() {
                    @Override
                    public TemplateView get(UUID userId, UUID id, String language) {
                        return JpaTemplatesTest.with(
                                database, templates -> templates.get(userId, id, language));
                    }
                };
    }

    @Test
    void filledTemplateIsARequestInTheSizeThatComesNearest() {
        TextToImage request = fill(recommending("wide", 25, "tiny"), null);
        assertThat(request.prompt()).isEqualTo("a cup");
        assertThat(request.model()).isEqualTo("tiny");
        assertThat(request.width()).isEqualTo(256);
        assertThat(request.height()).isEqualTo(128);
        assertThat(request.steps()).isEqualTo(25);
    }

    @Test
    void tierBoundsWhatTheTemplateRecommends() {
        assertThat(fill(recommending("square", 150, null), null).steps()).isEqualTo(30);
    }

    @Test
    void templateWithoutRecommendationsLeavesThemToTheModel() {
        TextToImage request = fill(recommending(null, null, null), null);
        assertThat(request.steps()).isNull();
        assertThat(request.width()).isEqualTo(128);
        assertThat(request.cfgScale()).isNull();
    }

    @Test
    void recommendedModelThatIsMissingIsReplacedAndAWishedOneIsNot() {
        TemplateContent template = recommending(null, null, "gone");
        assertThat(fill(template, null).model()).isEqualTo("tiny");
        assertThatThrownBy(() -> fill(template, "gone")).isInstanceOf(ModelNotFoundException.class);
    }

    @Test
    void templateIsLookedForBeforeItsValues() {
        UUID other = create(recommending(null, null, null));
        assertThatThrownBy(
                        () ->
                                requests.fill(
                                        UUID.randomUUID(), other, new TemplateValues(null, null)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> requests.fill(ann, other, new TemplateValues(null, null)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void presetsTakeTheirFormFirstAndThenTheirArea() {
        FittedSizePresets sizes = new FittedSizePresets();
        sizes.entitlements = requests.entitlements;
        sizes.models = requests.models;
        assertThat(sizes.fittedTo(ann, null))
                .hasSize(SizePreset.values().length)
                .contains(
                        new FittedSize(SizePreset.SQUARE, 512, 512),
                        new FittedSize(SizePreset.CLASSIC, 512, 512),
                        new FittedSize(SizePreset.TALL, 512, 512),
                        new FittedSize(SizePreset.WIDE, 256, 128),
                        new FittedSize(SizePreset.FACEBOOK_COVER, 256, 128));
    }

    private TextToImage fill(TemplateContent template, String model) {
        return requests.fill(ann, create(template), new TemplateValues(CUP, model));
    }

    private UUID create(TemplateContent template) {
        return JpaTemplatesTest.with(database, templates -> templates.create(ann, template, false))
                .listing()
                .id();
    }

    private static TemplateContent recommending(String size, Integer steps, String model) {
        TemplateContent plain = aTemplate("Cup", "{product}", product());
        return new TemplateContent(
                plain.name(),
                null,
                plain.category(),
                plain.prompt(),
                null,
                null,
                plain.fields(),
                size,
                steps,
                null,
                model,
                null);
    }

    /** An installation in which everybody has the same plan. */
    private static final class OnePlan implements Entitlements {
        @Override
        public Plan planOf(UUID userId) {
            return Samples.aFreePlan();
        }

        @Override
        public List<Plan> plans() {
            return List.of(Samples.aFreePlan());
        }
    }

    /** An installation with the demonstration model alone. */
    private static final class OneModel implements ModelCatalog {
        @Override
        public List<ModelView> allowedBy(Plan plan) {
            return List.of(Samples.aModel());
        }

        @Override
        public ModelView require(String modelId, Plan plan) {
            if (modelId != null && !modelId.equals(Samples.aModel().id())) {
                throw new ModelNotFoundException(modelId);
            }
            return Samples.aModel();
        }
    }
}
