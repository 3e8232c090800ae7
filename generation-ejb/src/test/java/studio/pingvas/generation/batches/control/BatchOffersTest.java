package studio.pingvas.generation.batches.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static studio.pingvas.generation.jobs.Samples.aPlan;
import static studio.pingvas.generation.jobs.Samples.aRequest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.BatchMatrix;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.Uploads;
import studio.pingvas.generation.jobs.entity.Work;

class BatchOffersTest {
    private static final UUID USER = UUID.randomUUID();

    private Plan plan = enterprise();

    @Test
    void thereIsAJobForEachPromptInTheirOrder() {
        BatchOffer offer = make(prompts("a fox", "an owl", "a fox"));

        assertThat(works(offer))
                .extracting(work -> work.stages().get(0).prompt())
                .containsExactly("a fox", "an owl", "a fox");
        assertThat(works(offer).get(0).seed()).isNotEqualTo(works(offer).get(2).seed());
        assertThat(offer.credits()).isEqualTo(3 * offer.jobs().get(0).quote().credits());
    }

    @Test
    void theModelChangesLeastAndTheSeedMostOften() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("style", List.of("ink", "oil"));
        parts.put("animal", List.of("fox", "owl"));
        BatchMatrix matrix =
                new BatchMatrix(
                        List.of("tiny"),
                        null,
                        List.of("128x128", "256x128"),
                        List.of(4, 8),
                        null,
                        parts,
                        List.of(1L, 2L));
        BatchOffer offer = make(new BatchRequest(null, asked("{animal}, {style}"), null, matrix));

        assertThat(works(offer))
                .extracting(
                        work -> work.stages().get(0).width(),
                        work -> work.stages().get(0).steps(),
                        work -> work.stages().get(0).prompt(),
                        Work::seed)
                .hasSize(32)
                .startsWith(
                        tuple(128, 4, "fox, ink", 1L),
                        tuple(128, 4, "fox, ink", 2L),
                        tuple(128, 4, "owl, ink", 1L),
                        tuple(128, 4, "owl, ink", 2L),
                        tuple(128, 4, "fox, oil", 1L))
                .endsWith(tuple(256, 8, "owl, oil", 2L))
                .doesNotHaveDuplicates();
        assertThat(Axes.of(matrix).valuesAt(6))
                .isEqualTo(
                        Map.of(
                                "model",
                                "tiny",
                                "size",
                                "128x128",
                                "steps",
                                4,
                                "prompt",
                                Map.of("style", "oil", "animal", "owl"),
                                "seed",
                                1L));
    }

    @Test
    void withoutSeedsTheJobsOfAMatrixShareOne() {
        BatchOffer offer = make(steps(asked("a fox"), 4, 8, 12));
        assertThat(works(offer)).extracting(Work::seed).containsOnly(works(offer).get(0).seed());
    }

    @Test
    void whatTheMatrixSaysTakesThePlaceOfWhatTheRequestSays() {
        TextToImage request =
                new TextToImage("a fox", null, null, 512, 512, 20, null, null, 7L, null, null);
        BatchOffer offer = make(steps(request, 4, 8));
        assertThat(works(offer))
                .extracting(work -> work.stages().get(0).steps(), Work::seed)
                .containsExactly(tuple(4, 7L), tuple(8, 7L));
        assertThat(works(offer)).allMatch(work -> work.stages().get(0).width() == 512);
    }

    @Test
    void placeholdersAreFilledOnceInPromptAndNegativePrompt() {
        TextToImage request =
                new TextToImage(
                        "{a} and {a}, {unknown} $1 \\",
                        "no {a}",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        BatchOffer offer = make(parts(request, Map.of("a", List.of("{a}", "$1\\"))));
        assertThat(works(offer))
                .extracting(
                        work -> work.stages().get(0).prompt(),
                        work -> work.stages().get(0).negativePrompt())
                .containsExactly(
                        tuple("{a} and {a}, {unknown} $1 \\", "no {a}"),
                        tuple("$1\\ and $1\\, {unknown} $1 \\", "no $1\\"));
    }

    @Test
    void placeholdersMayHaveKoreanNames() {
        BatchOffer offer = make(parts(asked("{동물} 그림"), Map.of("동물", List.of("여우", "올빼미"))));
        assertThat(works(offer))
                .extracting(work -> work.stages().get(0).prompt())
                .containsExactly("여우 그림", "올빼미 그림");
    }

    @Test
    void allThatIsWrongIsNamedWhereItStands() {
        BatchMatrix matrix =
                new BatchMatrix(
                        List.of("tiny", "huge"),
                        List.of("flow-match-euler", "none"),
                        List.of("128x128", "64x64"),
                        List.of(4, 0, 8, 201),
                        null,
                        null,
                        null);
        TextToImage request =
                new TextToImage(
                        "a fox", null, null, null, null, null, 99.0, null, null, null, null);

        assertThat(pointers(new BatchRequest("x".repeat(101), request, null, matrix)))
                .containsExactly("/label");
        assertThat(pointers(new BatchRequest(null, request, null, matrix)))
                .containsExactlyInAnyOrder(
                        "/request/cfg_scale",
                        "/matrix/model/1",
                        "/matrix/scheduler/1",
                        "/matrix/steps/1",
                        "/matrix/steps/3");
        assertThat(pointers(prompts("a fox", " ", "x".repeat(2_001))))
                .containsExactly("/prompts/1", "/prompts/2");
        BatchMatrix sizes =
                new BatchMatrix(
                        null,
                        null,
                        List.of("128x128", "64x64"),
                        null,
                        null,
                        null,
                        List.of(-1L, 1L));
        assertThat(pointers(new BatchRequest(null, asked("a fox"), null, sizes)))
                .containsExactly("/matrix/seed/0", "/matrix/size/1");
    }

    @Test
    void aPromptIsNoLongerThanAnyOtherWithTheLongestValuesInPlace() {
        Map<String, List<String>> values = Map.of("a", List.of("x", "y".repeat(998)));
        assertThat(works(make(parts(asked("{a}{a}1234"), values)))).hasSize(2);
        assertThat(pointers(parts(asked("{a}{a}12345"), values)))
                .containsExactly("/request/prompt");
        // Filled in, it would not fit into memory.
        Map<String, List<String>> large = Map.of("a", List.of("y".repeat(2_000)));
        assertThat(pointers(parts(asked("{a}".repeat(300_000)), large)))
                .containsExactly("/request/prompt");
    }

    @Test
    void theAddressOfAWebhookIsChecked() {
        TextToImage request =
                new TextToImage(
                        "a fox",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "https://127.0.0.1/hook");
        assertThat(pointers(steps(request, 4, 0)))
                .containsExactly("/request/webhook_url", "/matrix/steps/1");
    }

    @Test
    void valuesThatAreNoneAreNamedWhereTheyStand() {
        BatchMatrix matrix =
                new BatchMatrix(
                        null,
                        List.of(),
                        List.of("large", "0x128", "128x128"),
                        Collections.singletonList(null),
                        null,
                        Map.of("a b", List.of("x"), "tail", List.of("y\0")),
                        null);
        assertThat(pointers(new BatchRequest(null, asked("a fox"), null, matrix)))
                .containsExactlyInAnyOrder(
                        "/matrix/scheduler",
                        "/matrix/size/0",
                        "/matrix/size/1",
                        "/matrix/steps/0",
                        "/matrix/prompt/a b",
                        "/matrix/prompt/tail",
                        "/matrix/prompt/tail/0");
    }

    @Test
    void aBatchHasEitherPromptsOrAMatrixOfAPainting() {
        BatchMatrix matrix = new BatchMatrix(null, null, null, List.of(4), null, null, null);
        BatchMatrix none = new BatchMatrix(null, null, null, null, null, null, null);
        assertThat(pointers(new BatchRequest(null, asked("a fox"), null, null)))
                .containsExactly("/matrix");
        assertThat(pointers(new BatchRequest(null, asked("a fox"), List.of("x"), matrix)))
                .containsExactly("/matrix");
        assertThat(pointers(new BatchRequest(null, asked("a fox"), null, none)))
                .containsExactly("/matrix");
        assertThat(pointers(new BatchRequest(null, null, List.of("x"), null)))
                .containsExactly("/request/kind");
        Upscale upscale = new Upscale(UUID.randomUUID(), 2, null);
        assertThat(pointers(new BatchRequest(null, upscale, List.of("x"), null)))
                .containsExactly("/request/kind");
    }

    @Test
    void aBatchHasAtMostAThousandJobs() {
        List<Long> seeds = IntStream.range(0, 1_000).mapToObj(Long::valueOf).toList();
        BatchMatrix full = new BatchMatrix(null, null, null, null, null, null, seeds);
        BatchMatrix over = new BatchMatrix(null, null, null, List.of(4, 8), null, null, seeds);

        assertThat(works(make(new BatchRequest(null, asked("a fox"), null, full)))).hasSize(1_000);
        assertThat(pointers(new BatchRequest(null, asked("a fox"), null, over)))
                .containsExactly("/matrix");
        assertThat(pointers(prompts(Collections.nCopies(1_001, "a fox").toArray(String[]::new))))
                .containsExactly("/prompts");
    }

    @Test
    void theTierLimitsHowManyJobsABatchHas() {
        plan = aPlan(Tier.FREE, 1, 5);
        assertThat(works(make(prompts("a", "b", "c", "d")))).hasSize(4);
        assertThatThrownBy(() -> make(prompts("a", "b", "c", "d", "e")))
                .isInstanceOf(OverTierLimitException.class)
                .hasMessageContaining("4 jobs");
    }

    @Test
    void aJobThatIsTooMuchForTheTierRefusesAll() {
        assertThatThrownBy(() -> make(steps(asked("a fox"), 8, 31)))
                .isInstanceOf(OverTierLimitException.class);
        TextToImage unknown =
                new TextToImage(
                        "a fox", null, "huge", null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> make(steps(unknown, 8, 0)))
                .isInstanceOf(ModelNotFoundException.class);
    }

    private BatchOffer make(BatchRequest request) {
        BatchOffers offers = BatchesForTests.offers(plan, new InputFinder());
        return offers.make(USER, request, new Uploads(null, null));
    }

    private List<String> pointers(BatchRequest request) {
        try {
            make(request);
            return List.of();
        } catch (InvalidRequestException e) {
            return e.violations().stream().map(Violation::pointer).toList();
        }
    }

    private static List<Work> works(BatchOffer offer) {
        return offer.jobs().stream().map(BatchOffer.PricedWork::work).toList();
    }

    private static TextToImage asked(String prompt) {
        return aRequest(prompt);
    }

    private static BatchRequest prompts(String... prompts) {
        return new BatchRequest(null, asked(null), List.of(prompts), null);
    }

    private static BatchRequest steps(TextToImage request, Integer... steps) {
        BatchMatrix matrix = new BatchMatrix(null, null, null, List.of(steps), null, null, null);
        return new BatchRequest(null, request, null, matrix);
    }

    private static BatchRequest parts(TextToImage request, Map<String, List<String>> parts) {
        BatchMatrix matrix = new BatchMatrix(null, null, null, null, null, parts, null);
        return new BatchRequest(null, request, null, matrix);
    }

    private static Plan enterprise() {
        Plan small = aPlan(Tier.ENTERPRISE, 20, 5_000);
        return new Plan(
                small.tier(),
                0,
                1_000,
                1L << 30,
                small.modelBases(),
                small.maxPixels(),
                30,
                1,
                20,
                5_000,
                1_000);
    }
}
