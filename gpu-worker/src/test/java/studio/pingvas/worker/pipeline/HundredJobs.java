package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.MemoryUse;
import studio.pingvas.worker.tensor.NetworkException;

/** A hundred jobs that end in every way a job can end. The same on every device. */
public final class HundredJobs {
    private static final int JOBS = 100;
    private static final int STEPS = 4;
    private static final PictureSize ODD_SIZE = new PictureSize(136, 136, 1);

    private final Device device;

    public HundredJobs(Device device) {
        this.device = device;
    }

    /**
     * @param eachWayOnce runs when all ways to end were seen once: what is kept for later is there
     */
    public void run(Runnable eachWayOnce) throws IOException {
        try (WarmModels models =
                new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics())) {
            DiffusionModel model = models.get(Demonstration.MODEL);
            for (int job = 0; job < JOBS; job++) {
                if (job == STEPS + 3) {
                    eachWayOnce.run();
                }
                runOne(model, job % (STEPS + 3));
                MemoryUse use = device.memoryUse();
                assertThat(use.liveTensors()).as("tensors after job %d", job).isZero();
                assertThat(use.liveBytes()).as("bytes after job %d", job).isZero();
                assertThat(use.peakBytes()).isPositive();
            }
        }
    }

    private void runOne(DiffusionModel model, int way) throws IOException {
        if (way < STEPS) {
            assertThatThrownBy(() -> cancelledAt(model, way + 1)).hasMessage("cancelled");
        } else if (way == STEPS) {
            assertThatThrownBy(() -> storeFails(model)).hasMessage("no room");
        } else if (way == STEPS + 1) {
            assertThatThrownBy(() -> sizeDoesNotFit(model)).isInstanceOf(NetworkException.class);
        } else {
            paint(
                    model,
                    Demonstration.NATIVE,
                    (picture, step, preview) -> preview.get(),
                    (p, b) -> {});
        }
    }

    private void cancelledAt(DiffusionModel model, int lastStep) throws IOException {
        paint(
                model,
                Demonstration.NATIVE,
                (picture, step, preview) -> {
                    preview.get();
                    if (step == lastStep) {
                        throw new IllegalStateException("cancelled");
                    }
                },
                (picture, bitmap) -> {});
    }

    private void storeFails(DiffusionModel model) throws IOException {
        paint(
                model,
                Demonstration.NATIVE,
                (picture, step, preview) -> {},
                (picture, bitmap) -> {
                    throw new IOException("no room");
                });
    }

    private void sizeDoesNotFit(DiffusionModel model) throws IOException {
        paint(model, ODD_SIZE, (picture, step, preview) -> {}, (picture, bitmap) -> {});
    }

    private void paint(
            DiffusionModel model, PictureSize size, StepListener listener, PictureSink sink)
            throws IOException {
        Painting request =
                new Painting("a castle", "", size, STEPS, 3, SchedulerKind.FLOW_MATCH_EULER, 1);
        new TextToImagePipeline(device, (phase, nanos) -> {})
                .run(model, request, List.of(1L), listener, sink);
    }
}
