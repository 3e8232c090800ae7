package studio.pingvas.generation.jobs;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.generation.jobs.control.WorkerReport;

/** What workers report in tests; each list holds one report. */
public final class Reports {
    private Reports() {}

    public static List<WorkerReport> started(UUID jobId, Attempt attempt, String worker) {
        return List.of(new WorkerReport(jobId, attempt, worker, null));
    }

    public static List<WorkerReport> finished(
            UUID jobId, Attempt attempt, String worker, String device, List<UUID> imageIds) {
        List<GeneratedImage> images =
                IntStream.range(0, imageIds.size())
                        .mapToObj(position -> image(imageIds.get(position)))
                        .toList();
        return List.of(
                WorkerReport.of(
                        new GenerationFinished(1, jobId, attempt, worker, device, 0.1, images)));
    }

    private static GeneratedImage image(UUID id) {
        String folder = "users/u/images/" + id + "/1-1/";
        return new GeneratedImage(
                id,
                7,
                128,
                128,
                folder + "original.png",
                folder + "thumbnail.webp",
                folder + "metadata.json",
                100,
                10,
                "0".repeat(64),
                "{}");
    }
}
