package studio.pingvas.contracts.generation.library;

import java.util.Arrays;
import java.util.Optional;

/** What a picture is made for. A model that cannot paint the size takes what comes nearest. */
public enum SizePreset {
    SQUARE("square", 1024, 1024),
    WIDE("wide", 1024, 576),
    TALL("tall", 576, 1024),
    CLASSIC("classic", 1024, 768),
    INSTAGRAM("instagram", 1080, 1080),
    FACEBOOK_COVER("facebook-cover", 820, 312);

    private final String key;
    private final int width;
    private final int height;

    SizePreset(String key, int width, int height) {
        this.key = key;
        this.width = width;
        this.height = height;
    }

    public static Optional<SizePreset> of(String key) {
        return Arrays.stream(values()).filter(preset -> preset.key.equals(key)).findFirst();
    }

    /** Its name in the API. */
    public String key() {
        return key;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }
}
