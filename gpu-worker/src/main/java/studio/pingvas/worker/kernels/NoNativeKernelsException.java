package studio.pingvas.worker.kernels;

/** The compiled kernels cannot run here; the plain-Java ones can. */
final class NoNativeKernelsException extends Exception {
    private static final long serialVersionUID = 1;

    NoNativeKernelsException(String reason) {
        super(reason);
    }

    NoNativeKernelsException(String reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
    }
}
