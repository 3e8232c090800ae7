package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import studio.pingvas.launcher.client.PictureJob;
import studio.pingvas.launcher.client.PictureRequest;
import studio.pingvas.launcher.client.StudioApi;

/** Proof that all parts work together: one picture through the public API. */
final class FirstPicture {
    private static final PictureRequest REQUEST =
            new PictureRequest(
                    "a sailboat on the sea at sunset", null, null, "512x512", null, null, 7L, null);

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
