package studio.pingvas.worker.model;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tokenizer.PromptTokenizer;

/** Brings one model into memory: whole, or not at all. */
final class ModelLoader {
    private final ModelFolder folder;
    private final Device device;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    ModelLoader(ModelFolder folder, Device device) {
        this.folder = folder;
        this.device = device;
    }

    /**
     * @throws ModelInvalidException if a file is missing, damaged or not what it should be
     */
    TextToImageModel load() throws IOException {
        try {
            folder.verify();
            TextToImageModel model =
                    new TextToImageModel(
                            folder,
                            new TextEncoder(tokenizer(), network(encoderFiles().file())),
                            new Denoiser(network(ModelManifest.DENOISER)),
                            new VaeDecoder(
                                    network(ModelManifest.VAE_DECODER),
                                    folder.manifest().latent()));
            undo.clear();
            return model;
        } finally {
            undo.forEach(Runnable::run);
        }
    }

    private Network network(String file) {
        try {
            Network network = device.load(folder.file(file));
            undo.push(network::close);
            return network;
        } catch (NetworkException e) {
            throw new ModelInvalidException(folder.manifest().id(), e.getMessage(), e);
        }
    }

    private PromptTokenizer tokenizer() throws IOException {
        ModelManifest.EncoderFiles files = encoderFiles();
        try {
            PromptTokenizer tokenizer =
                    PromptTokenizer.load(
                            folder.file(files.tokenizer()), files.length(), files.padId());
            undo.push(tokenizer::close);
            return tokenizer;
        } catch (RuntimeException e) {
            throw new ModelInvalidException(
                    folder.manifest().id(), files.tokenizer() + " holds no tokenizer.", e);
        }
    }

    private ModelManifest.EncoderFiles encoderFiles() {
        return folder.manifest().textEncoders().get(0);
    }
}
