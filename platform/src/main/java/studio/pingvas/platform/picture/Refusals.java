package studio.pingvas.platform.picture;

import studio.pingvas.platform.picture.PictureRefusedException.Reason;

/** The sentences. */
final class Refusals {
    private Refusals() {}

    static PictureRefusedException damaged(String how) {
        return new PictureRefusedException(
                Reason.INVALID, "The picture is damaged (" + how + "); save it again.");
    }

    static PictureRefusedException notSupported(String what) {
        return new PictureRefusedException(
                Reason.FORMAT_NOT_SUPPORTED,
                "The file is " + what + "; use a still PNG, JPEG or WebP picture.");
    }

    static PictureRefusedException tooManyBytes(long bytes) {
        return new PictureRefusedException(
                Reason.TOO_LARGE,
                "The file has %d bytes, at most %d are read; make it smaller."
                        .formatted(bytes, PictureHeader.MAX_BYTES));
    }

    static PictureRefusedException tooManyPixels(long width, long height) {
        return new PictureRefusedException(
                Reason.TOO_LARGE,
                "The picture has %dx%d pixels, at most %d pixels and %d on a side are read; make it smaller."
                        .formatted(
                                width, height, PictureHeader.MAX_PIXELS, PictureHeader.MAX_SIDE));
    }
}
