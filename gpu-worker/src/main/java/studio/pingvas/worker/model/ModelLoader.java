package studio.pingvas.worker.model;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tokenizer.PromptChunker;
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
    DiffusionModel load() throws IOException {
        try {
            folder.verify();
            ModelManifest.Latent latent = folder.manifest().latent();
            DiffusionModel model =
                    new DiffusionModel(
                            folder,
                            textEncoders(),
                            new Denoiser(
                                    network(ModelManifest.DENOISER),
                                    folder.manifest().denoiser().inputs()),
                            new VaeDecoder(network(ModelManifest.VAE_DECODER), latent),
                            vaeEncoder(latent));
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

    private TextEncoders textEncoders() throws IOException {
        List<TextEncoder> encoders = new ArrayList<>();
        for (ModelManifest.EncoderFiles files : folder.manifest().textEncoders()) {
            encoders.add(
                    new TextEncoder(
                            new PromptChunker(tokenizer(files), files.maxChunks()),
                            network(files.file()),
                            files.outputs()));
        }
        return new TextEncoders(encoders);
    }

    private Optional<VaeEncoder> vaeEncoder(ModelManifest.Latent latent) {
        return folder.manifest().canStartFromImage()
                ? Optional.of(new VaeEncoder(network(ModelManifest.VAE_ENCODER), latent))
                : Optional.empty();
    }

    private PromptTokenizer tokenizer(ModelManifest.EncoderFiles files) throws IOException {
        try {
            PromptTokenizer tokenizer =
                    PromptTokenizer.load(
                            folder.file(files.tokenizer()), files.length(), files.padId());
            undo.push(tokenizer::close);
            return tokenizer;
        } catch (RuntimeException e) {
            throw new ModelInvalidException(
                    folder.manifest().id(),
                    files.tokenizer() + " holds no tokenizer that can be used: " + e.getMessage(),
                    e);
        }
    }
}
