package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.worker.WorkerProcess;
import studio.pingvas.worker.job.Jobs;

/** Life and death of the process itself. */
class WorkerProcessTest {
    private static final String READY = "worker ready name=%s device=cpu models=tiny";

    @TempDir Path folder;

    private EmbeddedBroker broker;
    private ServerSide server;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        server = new ServerSide(broker.url());
    }

    @AfterEach
    void stopBroker() throws Exception {
        server.close();
        broker.stop();
    }

    @Test
    void terminatedWorkerFinishesItsJobTakesNoOtherAndEndsInOrder() throws Exception {
        GenerateImage current = Jobs.aJob().inSteps(10).build();
        try (WorkerProcess worker = start("orderly", 200)) {
            worker.awaitLine(READY.formatted("orderly"));
            server.send(current);
            server.send(Jobs.aJob().build());
            server.awaitResult(GenerationStarted.class);
            server.awaitProgress();

            worker.terminate();

            assertThat(worker.awaitExit()).isZero();
            assertThat(server.awaitResult(GenerationFinished.class).jobId())
                    .isEqualTo(current.jobId());
            assertThat(worker.log()).contains("worker stopping busy=true", "finished=true");
        }
        server.assertNoResultFor(300);
        assertThat(broker.messageCount(Destinations.REQUESTS)).isEqualTo(1);
    }

    @Test
    void idleWorkerWithoutABrokerEndsAtOnce() throws Exception {
        try (WorkerProcess worker = start("lonely", 0)) {
            worker.awaitLine(READY.formatted("lonely"));
            broker.stop();
            Thread.sleep(1_500);

            long start = System.nanoTime();
            worker.terminate();

            assertThat(worker.awaitExit()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(15));
        }
        broker.start();
    }

    @Test
    void badSettingEndsTheStartWithOneLine() throws Exception {
        try (WorkerProcess worker =
                WorkerProcess.start(folder, "wrong", Map.of("STUDIO_THREADS", "none"))) {
            assertThat(worker.awaitExit()).isEqualTo(2);
            assertThat(worker.log().lines())
                    .containsExactly(
                            "gpu-worker cannot start: STUDIO_BROKER_PASSWORD_FILE is not set;"
                                    + " it names a path");
        }
    }

    @Test
    void gpuThatIsDemandedAndAbsentEndsTheStartWithTheReason() throws Exception {
        assumeThat(Path.of("/proc/driver/nvidia")).doesNotExist();
        try (WorkerProcess worker = start("demanding", Map.of("STUDIO_DEVICE", "cuda"))) {
            assertThat(worker.awaitExit()).isEqualTo(2);
            assertThat(worker.log().lines())
                    .containsExactly(
                            "gpu-worker cannot start: STUDIO_DEVICE asks for cuda, but: no driver");
        }
    }

    @Test
    void drainedWorkerEndsInOrder() throws Exception {
        try (WorkerProcess worker = start("drained", 100)) {
            worker.awaitLine(READY.formatted("drained"));
            server.send(Jobs.aJob().inSteps(10).build());
            server.awaitResult(GenerationStarted.class);

            server.tellWorkers(new DrainWorker(DrainWorker.VERSION, null));

            server.awaitResult(GenerationFinished.class);
            assertThat(worker.awaitExit()).isZero();
        }
    }

    @Test
    void jsonLinesOfAJobCarryItsIdAndNeverThePromptAndItsTimesAreCounted() throws Exception {
        String port = Integer.toString(EmbeddedBroker.freePort());
        Map<String, String> settings =
                Map.of("STUDIO_LOG_FORMAT", "json", "STUDIO_METRICS_PORT", port);
        try (WorkerProcess worker = start("json", settings)) {
            GenerateImage job = Jobs.aJob().inSteps(1).build();
            server.send(job);
            server.awaitResult(GenerationStarted.class);
            server.awaitResult(GenerationFinished.class);
            assertThat(metricsAt(port))
                    .contains("studio_worker_info{", "studio_worker_steps_total 1\n")
                    .contains("studio_worker_phase_seconds_count{phase=\"load\"} 1\n")
                    .contains("studio_worker_phase_seconds_count{phase=\"encode\"} 1\n")
                    .contains("studio_worker_phase_seconds_count{phase=\"decode\"} 1\n")
                    .contains("studio_worker_phase_seconds_count{phase=\"store\"} 1\n")
                    .contains("studio_worker_kernel_seconds_count{kernel=\"toBitmap\"}")
                    .doesNotContain("studio_worker_resident_memory_bytes 0\n")
                    .doesNotContain("studio_worker_phase_seconds_sum{phase=\"denoise\"} 0\n");
            worker.terminate();
            worker.awaitExit();

            ObjectMapper json = new ObjectMapper();
            for (String line : worker.log().lines().toList()) {
                JsonNode read = json.readTree(line);
                assertThat(read.get("worker").asText()).isEqualTo("json");
                boolean ofJob = read.get("message").asText().startsWith("job ");
                assertThat(read.path("job").asText())
                        .isEqualTo(ofJob || isLoading(read) ? job.jobId().toString() : "");
                assertThat(read.has("trace")).isEqualTo(read.has("job"));
            }
            assertThat(worker.log()).contains("job taken", "job done", "worker ready");
            assertThat(worker.log()).doesNotContain(job.prompt());
        }
    }

    private static String metricsAt(String port) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private static boolean isLoading(JsonNode line) {
        return line.get("message").asText().startsWith("model loaded");
    }

    private WorkerProcess start(String name, int stepDelayMillis) throws IOException {
        return start(name, Map.of("STUDIO_STEP_DELAY_MS", Integer.toString(stepDelayMillis)));
    }

    private WorkerProcess start(String name, Map<String, String> more) throws IOException {
        return broker.startWorker(folder, name, more);
    }
}
