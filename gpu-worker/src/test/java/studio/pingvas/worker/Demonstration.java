package studio.pingvas.worker;

import java.nio.file.Path;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.torch.TorchCpu;

/** The demonstration model and the device of the tests; natives are unpacked once for all. */
public final class Demonstration {
    public static final String MODEL = "tiny";
    public static final Path MODELS = Path.of(System.getProperty("studio.test.models"));
    public static final PictureSize NATIVE = new PictureSize(128, 128, 1);

    private static final Path NATIVE_CACHE =
            Path.of(System.getProperty("studio.test.native.cache"));

    private Demonstration() {}

    public static TorchCpu device() {
        return new TorchCpu(NATIVE_CACHE, 1, new ReferenceTensorOps());
    }

    public static Painting aRequest(String prompt, int steps) {
        return new Painting(prompt, "", NATIVE, steps, 3, SchedulerKind.FLOW_MATCH_EULER, 1);
    }
}
