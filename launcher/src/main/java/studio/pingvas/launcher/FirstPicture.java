package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.pingvas.launcher.client.PictureJob;
import studio.pingvas.launcher.client.PictureRequest;
import studio.pingvas.launcher.client.StudioApi;

/** Proof that all parts work together: one picture through the public API. */
final class FirstPicture {
    private static final PictureRequest REQUEST =
            new PictureRequest(
                    "a lighthouse at sunset", null, null, "512x512", null, null, 7L, null);

    private FirstPicture() {}

    static Path make(Platform platform) {
        Accounts.Account demo = platform.accounts().demo();
        StudioApi api = new StudioApi(platform.url(), demo.email(), demo.password());
        byte[] picture = new PictureJob(api).run(REQUEST, progress -> {}).get(0);
        try {
            return Files.write(platform.data().root().resolve("first-picture.png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
