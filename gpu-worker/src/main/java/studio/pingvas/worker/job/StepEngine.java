package studio.pingvas.worker.job;

import java.io.IOException;
import java.util.List;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.pipeline.StepListener;

/** What makes the pictures of a worker. For one thread. */
public interface StepEngine {
    /**
     * @throws RequestRefusedException if something of it cannot be done
     * @throws IOException if files cannot be read just now
     */
    List<PictureStep> read(GenerateImage request) throws IOException;

    /**
     * @throws studio.pingvas.worker.fault.PermanentFaultException if another try would not help
     * @throws IOException if files cannot be read just now, or the sink throws it
     */
    void run(PictureStep step, StepInput input, StepListener listener, MadePicture.Sink sink)
            throws IOException;

    /** Models are read from their files again when they are next used. For any thread. */
    void reloadModels();
}
