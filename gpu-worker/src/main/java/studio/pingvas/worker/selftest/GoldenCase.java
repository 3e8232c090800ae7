package studio.pingvas.worker.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.platform.json.Json;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.PictureReader;

/**
 * A job and what comes of it.
 *
 * @param hashes sha256 of the RGBA bytes, one for each kind of machine that was seen: sums depend
 *     on the instructions a processor has
 */
record GoldenCase(String name, GenerateImage job, Bitmap picture, Set<String> hashes) {
    private static final String FOLDER = "/selftest/";

    GoldenCase {
        hashes = Set.copyOf(hashes);
    }

    /** All cases, in the order of their first lines. */
    static List<GoldenCase> all() throws IOException {
        Map<String, Set<String>> hashes = new LinkedHashMap<>();
        for (String line : text("golden.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" +", 3);
                hashes.computeIfAbsent(words[0], name -> new LinkedHashSet<>()).add(words[1]);
            }
        }
        List<GoldenCase> cases = new ArrayList<>();
        for (Map.Entry<String, Set<String>> each : hashes.entrySet()) {
            cases.add(read(each.getKey(), each.getValue()));
        }
        return cases;
    }

    /** The file that a job of a case names as its input. */
    static byte[] input(String key) throws IOException {
        return bytes(key.substring(key.lastIndexOf('/') + 1));
    }

    private static GoldenCase read(String name, Set<String> hashes) throws IOException {
        GenerateImage job = Json.read(text(name + ".json"), GenerateImage.class);
        return new GoldenCase(name, job, PictureReader.read(bytes(name + ".png")), hashes);
    }

    private static String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = GoldenCase.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The self test lacks its file " + file);
            }
            return in.readAllBytes();
        }
    }
}
