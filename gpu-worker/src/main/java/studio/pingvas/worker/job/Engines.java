package studio.pingvas.worker.job;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.StepListener;
import studio.pingvas.worker.tensor.DeviceMemoryException;

/**
 * The engine of a worker, and the one that takes over what does not fit into the memory of its
 * device: slower, but with the memory of the whole machine.
 */
public final class Engines implements StepEngine {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private final Engine engine;
    private final Supplier<Engine> spare;

    /**
     * @param spare opens the engine on the processor; null if {@code engine} is that one
     */
    public Engines(Engine engine, Supplier<Engine> spare) {
        this.engine = engine;
        this.spare = spare;
    }

    WarmModels models() {
        return engine.models();
    }

    @Override
    public List<PictureStep> read(GenerateImage request) throws IOException {
        return new RequestCheck(models()).read(request);
    }

    @Override
    public void reloadModels() {
        models().reload();
    }

    /**
     * @throws OutOfMemoryFaultException if there is too little memory, whatever the way
     */
    @Override
    public void run(PictureStep step, StepInput input, StepListener listener, MadePicture.Sink sink)
            throws IOException {
        CountingSink made = new CountingSink(sink);
        try {
            engine.run(step, input, listener, made);
        } catch (DeviceMemoryException e) {
            engine.close();
            if (spare == null) {
                throw new OutOfMemoryFaultException(e);
            }
            LOG.warn("memory is short, the processor takes over: {}", e.getMessage());
            runOnSpare(step, input, listener, made);
        }
    }

    private void runOnSpare(
            PictureStep step, StepInput input, StepListener listener, CountingSink made)
            throws IOException {
        int first = made.count;
        try (Engine processor = spare.get()) {
            processor.run(
                    step,
                    input.after(first),
                    (picture, done, preview) -> listener.stepDone(first + picture, done, preview),
                    picture -> made.accept(picture.shifted(first)));
        } catch (DeviceMemoryException e) {
            throw new OutOfMemoryFaultException(e);
        }
    }

    /** Knows how many pictures need not be made again. */
    private static final class CountingSink implements MadePicture.Sink {
        private final MadePicture.Sink sink;
        private int count;

        CountingSink(MadePicture.Sink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(MadePicture made) throws IOException {
            sink.accept(made);
            count++;
        }
    }
}
