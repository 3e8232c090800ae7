package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import studio.pingvas.launcher.client.PictureJob;
import studio.pingvas.launcher.client.PictureRequest;
import studio.pingvas.launcher.client.StudioApi;

/** Proof that all parts work together: one picture through the public API. */
final class FirstPicture {
    private static final PictureRequest REQUEST =
            PictureRequest.textToImage(
                    Map.of(
                            "prompt", "a sailboat on the sea at sunset",
                            "width", 512,
                            "height", 512,
                            "seed", 7));

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private FirstPicture() {}

    static void make(Platform platform) {
        Accounts.Account demo = platform.accounts().demo();
        StudioApi api = new StudioApi(platform.url(), demo.email(), demo.password());
        byte[] picture = new PictureJob(api).run(REQUEST, LIMIT, progress -> {}).get(0);
        try {
            Files.write(platform.firstPicture(), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
