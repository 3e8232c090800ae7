package studio.pingvas.model.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import studio.pingvas.platform.json.Json;

/** Model folders with a sound manifest, unless a test spoils it. */
public final class ModelFolderFixture {
    private static final String MANIFEST =
            """
            {"format": 1, "id": "tiny", "name": "Tiny", "description": "A toy.", "base": "tiny",
             "type": "checkpoint", "licence": "Apache-2.0", "files": {},
             "latent": {"channels": 1, "downsample": 8, "scale": 1.0, "shift": 0.0,
                        "preview_rgb": [[0.1, 0.2, 0.3]], "preview_bias": [0.5, 0.5, 0.5]},
             "native_size": {"width": 128, "height": 128},
             "sizes": [{"width": 256, "height": 256, "upscale": 2},
                       {"width": 128, "height": 128, "upscale": 1}],
             "prediction": "flow", "train_timesteps": 1000, "shift": 1.0,
             "schedulers": ["flow-match-euler"],
             "defaults": {"scheduler": "flow-match-euler", "steps": 16, "guidance": 3.0,
                          "width": 256, "height": 256},
             "text_encoders": [{"file": "text_encoder.pt", "tokenizer": "tokenizer.json",
                                "length": 32, "pad_id": 7}],
             "cost": {"seconds_fixed": 0.05, "seconds_per_step_mpx": 0.2}}
            """;
    private static final List<String> FILES =
            List.of("denoiser.pt", "vae_decoder.pt", "text_encoder.pt", "tokenizer.json");

    private final Path root;

    public ModelFolderFixture(Path root) {
        this.root = root;
    }

    public Path aModel(String id, String base) throws IOException {
        return aModel(id, manifest -> manifest.put("base", base));
    }

    /** Its files hold their own names; the manifest is changed last. */
    public Path aModel(String id, Consumer<ObjectNode> change) throws IOException {
        Path folder = Files.createDirectories(root.resolve(id));
        ObjectNode manifest = (ObjectNode) Json.strictMapper().readTree(MANIFEST);
        manifest.put("id", id);
        for (String file : FILES) {
            Files.writeString(folder.resolve(file), file);
            manifest.withObject("/files")
                    .putObject(file)
                    .put("bytes", file.length())
                    .put("sha256", sha256(file));
        }
        change.accept(manifest);
        Files.writeString(
                folder.resolve("model.json"),
                Json.strictMapper()
                        .writer()
                        .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .writeValueAsString(manifest));
        return folder;
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
