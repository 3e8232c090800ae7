package studio.pingvas.worker.family;

import static studio.pingvas.worker.family.FamilyTokenizer.WORDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import studio.pingvas.worker.model.ManifestFiles;
import studio.pingvas.worker.scheduler.Prediction;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.torch.ModuleFile;

/** Writes the folder of a model, network by network. */
final class FamilyModel {
    private static final int CHANNELS_OF_PICTURES = 3;

    private final Path folder;
    private final List<String> encoders = new ArrayList<>();
    private final Prediction prediction;
    private int channels;
    private String latent;
    private String denoiser = "";
    private String schedule = "\"shift\": 1.0";

    FamilyModel(Path root, String id, Prediction prediction) throws IOException {
        this.folder = Files.createDirectories(root.resolve(id));
        this.prediction = prediction;
    }

    /**
     * @param name of its files
     * @param outputs of the network: {@code text}, {@code pooled}
     * @param fields more of the manifest's entry, or none
     */
    FamilyModel textEncoder(
            String name,
            FamilyTokenizer tokenizer,
            int length,
            int width,
            List<String> outputs,
            String fields)
            throws IOException {
        // What a word becomes depends on the others, as it does in a transformer.
        new ModuleFile(
                        """
                        def forward(self, ids):
                          assert ids.size(1) == %d
                          words = torch.embedding(self.words, ids)
                          text = words + torch.mean(words, [1], True)
                          pooled = text[:, 0]
                          return %s
                        """
                                .formatted(length, String.join(", ", outputs)))
                .parameter("words", WORDS, width)
                .write(folder.resolve(name + ".pt"));
        Files.writeString(folder.resolve(name + ".json"), tokenizer.json());
        encoders.add(
                """
                {"file": "%1$s.pt", "tokenizer": "%1$s.json", "length": %2$d, "pad_id": %3$d,
                 "outputs": [%4$s]%5$s}\
                """
                        .formatted(name, length, tokenizer.padId(), quoted(outputs), fields));
        return this;
    }

    /**
     * Eight pixels to a latent.
     *
     * @param scale and {@code shift} of the latents
     */
    FamilyModel autoencoder(int channels, double scale, double shift) {
        this.channels = channels;
        new ModuleFile(
                        """
                        def forward(self, latents):
                          assert latents.size(1) == %d
                          rgb = torch.tanh(0.1 * torch.conv2d(latents, self.colours))
                          rows = torch.repeat_interleave(rgb, 8, 2)
                          return torch.repeat_interleave(rows, 8, 3)
                        """
                                .formatted(channels))
                .parameter("colours", CHANNELS_OF_PICTURES, channels, 1, 1)
                .write(folder.resolve("vae_decoder.pt"));
        new ModuleFile(
                        """
                        def forward(self, image):
                          assert image.size(1) == 3
                          return torch.conv2d(torch.avg_pool2d(image, [8, 8]), self.colours)
                        """)
                .parameter("colours", channels, CHANNELS_OF_PICTURES, 1, 1)
                .write(folder.resolve("vae_encoder.pt"));
        latent =
                """
                {"channels": %d, "downsample": 8, "scale": %s, "shift": %s,
                 "preview_rgb": [%s], "preview_bias": [0.5, 0.5, 0.5]}\
                """
                        .formatted(
                                channels,
                                scale,
                                shift,
                                String.join(
                                        ", ", Collections.nCopies(channels, "[0.1, 0.1, 0.1]")));
        return this;
    }

    /**
     * @param inputs in order
     * @param checks lines of TorchScript that look at them
     * @param textWidth of the text
     * @param patch latents to a token
     */
    FamilyModel denoiser(List<String> inputs, String checks, int textWidth, int patch) {
        String arguments = String.join(", ", inputs);
        new ModuleFile(
                        """
                        def forward(self, %s):
                          rows = latents.size(0)
                          assert latents.size(1) == %d and timestep.size(0) == rows
                          assert text.size(0) == rows and text.size(2) == %d
                        %s
                          steered = torch.matmul(torch.mean(text, [1]), self.steering)
                          near = torch.conv2d(latents, self.kernel, None, [1, 1], [1, 1])
                          level = torch.reshape(timestep, [rows, 1, 1, 1]) / 1000
                          steering = torch.reshape(steered, [rows, -1, 1, 1])
                          return torch.tanh(0.1 * near + 0.3 * torch.sin(steering) + level)
                        """
                                .formatted(
                                        arguments,
                                        channels,
                                        textWidth,
                                        checks.indent(2).stripTrailing()))
                .parameter("steering", textWidth, channels)
                .parameter("kernel", channels, channels, 3, 3)
                .write(folder.resolve("denoiser.pt"));
        denoiser =
                "\"denoiser\": {\"inputs\": [%s], \"patch\": %d}".formatted(quoted(inputs), patch);
        return this;
    }

    /**
     * @param fields of the manifest that say how it is sampled
     */
    FamilyModel sampled(String fields) {
        schedule = fields;
        return this;
    }

    void write() throws IOException {
        List<SchedulerKind> schedulers = schedulersOf(prediction);
        Files.writeString(
                folder.resolve("model.json"),
                """
                {"format": 1, "id": "%1$s", "name": "%1$s", "description": "Random weights.",
                 "base": "%1$s", "type": "checkpoint", "licence": "CC0-1.0", "files": %2$s,
                 "latent": %3$s,
                 "native_size": {"width": 64, "height": 64},
                 "sizes": [{"width": 64, "height": 64, "upscale": 1},
                           {"width": 96, "height": 64, "upscale": 1},
                           {"width": 128, "height": 192, "upscale": 2}],
                 "prediction": "%4$s", "train_timesteps": 1000, %5$s, %6$s,
                 "schedulers": [%7$s],
                 "defaults": {"scheduler": %8$s, "steps": 4, "guidance": 3.5,
                              "width": 64, "height": 64},
                 "text_encoders": [%9$s],
                 "cost": {"seconds_fixed": 1, "seconds_per_step_mpx": 1}}
                """
                        .formatted(
                                folder.getFileName(),
                                ManifestFiles.of(folder),
                                latent,
                                prediction.id(),
                                schedule,
                                denoiser,
                                quoted(schedulers.stream().map(SchedulerKind::id).toList()),
                                quoted(List.of(schedulers.get(0).id())),
                                String.join(", ", encoders)));
    }

    static List<SchedulerKind> schedulersOf(Prediction prediction) {
        return Arrays.stream(SchedulerKind.values())
                .filter(kind -> kind.follows(prediction))
                .toList();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
