package studio.pingvas.launcher;

import java.nio.file.Path;

/**
 * What to start.
 *
 * @param data folder of the platform; made when it is not there
 * @param port of the application
 * @param workers how many gpu-workers, 0 for none
 * @param application the EAR, null for a server without one
 * @param standIn whether to start the stand-in for Lemon Squeezy
 * @param picture whether to make a first picture as proof
 */
public record PlatformOptions(
        Path data, int port, int workers, Path application, boolean standIn, boolean picture) {
    public static final int DEFAULT_PORT = 8080;
    private static final int MOST_WORKERS = 64;

    public PlatformOptions {
        if (workers < 0 || workers > MOST_WORKERS) {
            throw new PlatformException(
                    "--workers takes a number from 0 to 64, not " + workers + ".");
        }
    }

    /** The built application with one worker. */
    public static PlatformOptions in(Path data) {
        return new PlatformOptions(
                data, DEFAULT_PORT, 1, Checkout.find().application(), true, true);
    }

    public PlatformOptions onPort(int number) {
        return new PlatformOptions(data, number, workers, application, standIn, picture);
    }

    public PlatformOptions withWorkers(int number) {
        return new PlatformOptions(data, port, number, application, standIn, picture);
    }

    public PlatformOptions withoutApplication() {
        return new PlatformOptions(data, port, workers, null, standIn, false);
    }

    public PlatformOptions withoutPicture() {
        return new PlatformOptions(data, port, workers, application, standIn, false);
    }
}
