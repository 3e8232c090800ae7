package studio.pingvas.worker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.pingvas.contracts.model.UpscalerManifest;
import studio.pingvas.worker.torch.ModuleFile;

/** An upscaler called doubled: each pixel becomes four equal ones. */
public final class DoublingUpscaler {
    private static final String NETWORK =
            """
            def forward(self, x):
              rows = torch.repeat_interleave(x, 2, 2)
              return torch.repeat_interleave(rows, 2, 3)
            """;

    private DoublingUpscaler() {}

    /**
     * @param fields of the manifest that differ; all others are sound
     */
    public static void write(Path root, String fields) throws IOException {
        Path folder = Files.createDirectories(root.resolve("doubled"));
        Files.deleteIfExists(folder.resolve(UpscalerManifest.FILE_NAME));
        new ModuleFile(NETWORK).write(folder.resolve(UpscalerManifest.NETWORK));
        String manifest =
                """
                "format": 1; "id": "doubled"; "name": "Doubled"; "licence": "CC0-1.0";
                "files": %s; "scale": 2; "tile": 256; "margin": 8\
                """
                        .formatted(ManifestFiles.of(folder));
        StringBuilder json = new StringBuilder("{").append(fields);
        for (String field : manifest.split("; ?\n?")) {
            if (!fields.contains(field.substring(0, field.indexOf(':')))) {
                json.append(", ").append(field);
            }
        }
        Files.writeString(folder.resolve(UpscalerManifest.FILE_NAME), json.append('}'));
    }
}
