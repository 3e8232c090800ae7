package studio.pingvas.web.rest.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.UploadedFile;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.contracts.generation.message.LoraUse;

class SubmissionReaderTest {
    private static final UUID IMAGE = UUID.fromString("01900000-0000-7000-8000-000000000003");

    @Test
    void routeTellsTheKindOfItsJson() throws IOException {
        Submission<?> submission =
                json(
                        "imageToImage",
                        "{'prompt':'p','image_id':'%s','strength':0.5,'loras':[{'id':'ink','weight':1}]}"
                                .formatted(IMAGE));

        assertThat(submission.pictures()).isEqualTo(UploadedPictures.NONE);
        assertThat(submission.request())
                .isInstanceOfSatisfying(
                        ImageToImage.class,
                        request -> {
                            assertThat(request.imageId()).isEqualTo(IMAGE);
                            assertThat(request.strength()).isEqualTo(0.5);
                            assertThat(request.loras()).containsExactly(new LoraUse("ink", 1));
                        });
    }

    @Test
    void stepsOfAWorkflowSayTheirKind() throws IOException {
        Submission<?> submission =
                json(
                        "workflow",
                        "{'steps':[{'kind':'text-to-image','prompt':'p'},{'kind':'upscale','scale':4}]}");

        assertThat(submission.request())
                .isInstanceOfSatisfying(
                        Workflow.class,
                        workflow ->
                                assertThat(workflow.steps())
                                        .extracting(WorkflowStep::kind)
                                        .containsExactly("text-to-image", "upscale"));
    }

    @ParameterizedTest
    @CsvSource({"textToImage", "imageToImage", "inpaint", "upscale", "workflow"})
    void everyRequestMaySayWhereItsEndIsReportedTo(String route) throws IOException {
        assertThat(json(route, "{'webhook_url':'https://a.test/b'}").request())
                .extracting("webhookUrl")
                .isEqualTo("https://a.test/b");
        assertThat(json(route, "{}").request()).extracting("webhookUrl").isNull();
    }

    @Test
    void estimateIsOfAnyKindAndWithoutOneOfWordsAlone() throws IOException {
        assertThat(
                        json("estimate", "{'kind':'upscale','image_id':'%s'}".formatted(IMAGE))
                                .request())
                .isEqualTo(new Upscale(IMAGE, null, null));
        assertThat(json("estimate", "{'prompt':'p'}").request()).isInstanceOf(TextToImage.class);
        assertThat(json("estimate", "{'kind':'workflow','steps':[]}").request())
                .isInstanceOf(Workflow.class);
    }

    @Test
    void whatABatchBeginsFromIsOfWordsAloneUnlessItSaysItsKind() throws IOException {
        assertThat(json("batch", "{'request':{'steps':4},'prompts':['p','q']}").request())
                .isInstanceOfSatisfying(
                        BatchRequest.class,
                        batch -> {
                            assertThat(batch.request()).isInstanceOf(TextToImage.class);
                            assertThat(batch.prompts()).containsExactly("p", "q");
                        });
        assertThat(
                        json(
                                        "batch",
                                        "{'request':{'kind':'image-to-image','image_id':'%s'},'matrix':{'prompt':{'b':['x'],'a':['y']},'cfg_scale':[1,2.5]}}"
                                                .formatted(IMAGE))
                                .request())
                .isInstanceOfSatisfying(
                        BatchRequest.class,
                        batch -> {
                            assertThat(batch.request()).isInstanceOf(ImageToImage.class);
                            assertThat(batch.matrix().cfgScale()).containsExactly(1.0, 2.5);
                            assertThat(batch.matrix().prompt().keySet()).containsExactly("b", "a");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch | {'request':{'prompt':'p','scale':2}} | /request/scale",
                "batch | {'request':{'kind':'sculpture'}} | /request/kind",
                "batch | {'request':{'kind':'batch'}} | /request/kind",
                "batch | {'prompts':'p'} | /prompts",
                "batch | {'matrix':{'steps':[4,'x']}} | /matrix/steps/1",
                "batch | {'matrix':{'steps':[4.5]}} | /matrix/steps/0",
                "batch | {'matrix':{'prompt':{'a':'x'}}} | /matrix/prompt/a",
                "batch | {'matrix':{'colour':[1]}} | /matrix/colour",
                "textToImage | {'prompt':'p','scale':2} | /scale",
                "textToImage | {'prompt':'p','kind':'text-to-image'} | /kind",
                "imageToImage | {'prompt':'p','mask_id':'" + "x" + "'} | /mask_id",
                "imageToImage | {'prompt':'p','image_id':'no'} | /image_id",
                "imageToImage | {'prompt':'p','loras':[{'id':'a'}]} | /loras/0/weight",
                "workflow | {'steps':[{'pompt':'p'}]} | /steps/0/pompt",
                "workflow | {'inputs':{'a':7}} | /inputs/a",
                "workflow | {'workflow_id':'a'} | /workflow_id",
                "estimate | {'kind':'sculpture'} | /kind",
                "estimate | {'kind':'upscale','prompt':'p'} | /prompt",
                "upscale | [] | ''",
                "upscale | null | ''",
                "upscale | '' | ''"
            })
    void whatIsNoRequestOfTheRouteIsNamed(String route, String body, String pointer) {
        assertThatThrownBy(() -> json(route, body == null ? "" : body))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal ->
                                assertThat(refusal.violations())
                                        .extracting(Violation::pointer)
                                        .containsExactly(pointer == null ? "" : pointer));
    }

    @Test
    void picturesComeBesideTheRequest() throws IOException {
        Submission<?> submission =
                form(
                        "inpaint",
                        part("request", "{'prompt':'p'}") + part("image", "I") + part("mask", "M"));

        assertThat(file(submission, "image").bytes()).asString(UTF_8).isEqualTo("I");
        assertThat(file(submission, "mask").bytes()).asString(UTF_8).isEqualTo("M");
        submission.close();
        assertThatThrownBy(() -> file(submission, "image").bytes())
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void jsonInAPartIsNoLongerThanElsewhere() {
        String json = "{'prompt':'%s'}".formatted("a".repeat(1 << 20));

        assertThatThrownBy(() -> form("inpaint", part("request", json)))
                .hasMessageContaining("1 MiB");
    }

    @ParameterizedTest
    @CsvSource({"image, /request", "picture, /picture"})
    void partThatIsMissingOrUnknownIsNamed(String name, String pointer) {
        String request = name.equals("image") ? "" : part("request", "{}");

        assertThatThrownBy(() -> form("upscale", request + part(name, "I")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal ->
                                assertThat(refusal.violations().get(0).pointer())
                                        .isEqualTo(pointer));
    }

    @Test
    void filesOfAWorkflowAreNamedAfterItsInputs() throws IOException {
        Submission<?> submission =
                form("workflow", part("request", "{'steps':[]}") + part("photo", "I"));

        assertThat(file(submission, "photo").bytes()).asString(UTF_8).isEqualTo("I");
    }

    private static UploadedFile file(Submission<?> submission, String name) {
        return submission.pictures().files().get(name);
    }

    private static Submission<?> json(String route, String body) throws IOException {
        return read(route, MediaType.APPLICATION_JSON_TYPE, body);
    }

    private static Submission<?> form(String route, String parts) throws IOException {
        return read(
                route,
                new MediaType("multipart", "form-data", Map.of("boundary", "b")),
                parts + "--b--");
    }

    @SuppressWarnings("unchecked")
    private static Submission<?> read(String route, MediaType mediaType, String body)
            throws IOException {
        return new SubmissionReader()
                .readFrom(
                        (Class<Submission<?>>) (Class<?>) Submission.class,
                        entityOf(route),
                        null,
                        mediaType,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(body.replace('\'', '"').getBytes(UTF_8)));
    }

    /** As the resources declare it. */
    private static Type entityOf(String route) {
        Class<?> resource =
                switch (route) {
                    case "estimate" -> EstimateResource.class;
                    case "batch" -> BatchResource.class;
                    default -> GenerateResource.class;
                };
        Method method =
                Arrays.stream(resource.getDeclaredMethods())
                        .filter(candidate -> candidate.getName().equals(nameOf(route)))
                        .findFirst()
                        .orElseThrow();
        return method.getGenericParameterTypes()[0];
    }

    private static String nameOf(String route) {
        return route.equals("batch") ? "submit" : route;
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name='%s'\r\n\r\n%s\r\n"
                .formatted(name, content);
    }
}
