package studio.pingvas.contracts.model;

import static studio.pingvas.contracts.model.ManifestRules.between;
import static studio.pingvas.contracts.model.ManifestRules.matching;
import static studio.pingvas.contracts.model.ManifestRules.present;
import static studio.pingvas.contracts.model.ManifestRules.require;
import static studio.pingvas.contracts.model.ManifestRules.text;

import java.util.Map;
import java.util.Set;
import studio.pingvas.contracts.model.ModelManifest.ModelFile;

/**
 * What {@code upscaler.json} (format 1) says: a network that makes pictures larger. Refuses what it
 * cannot mean with an {@link IllegalArgumentException} for people.
 *
 * @param id name of the folder
 * @param files every file by name, {@link #NETWORK} among them
 * @param scale 2 or 4, by how much the sides of a picture grow
 * @param tile side of the pieces that it works on, in pixels of the original
 * @param margin pixels of the original, to each side, that a pixel of the result may depend on
 */
public record UpscalerManifest(
        int format,
        String id,
        String name,
        String licence,
        Map<String, ModelFile> files,
        int scale,
        int tile,
        int margin) {
    public static final int FORMAT = 1;

    /** Name of the manifest in the folder. */
    public static final String FILE_NAME = "upscaler.json";

    public static final String NETWORK = "upscaler.pt";

    private static final Set<Integer> SCALES = Set.of(2, 4);

    public UpscalerManifest {
        require(format == FORMAT, "format is " + format + ", only " + FORMAT + " is known");
        matching("id", id, ManifestRules.KEY);
        text("name", name, 200);
        text("licence", licence, 200);
        files = Map.copyOf(present("files", files));
        files.keySet().forEach(file -> matching("the name of a file", file, ManifestRules.FILE));
        require(files.containsKey(NETWORK), "files lacks " + NETWORK);
        require(SCALES.contains(scale), "scale is " + scale + ", not 2 or 4");
        between("tile", tile, 16, 4096);
        between("margin", margin, 0, 1024);
    }
}
