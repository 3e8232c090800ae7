package studio.pingvas.worker.queue;

/** A message that this version of the worker does not understand. */
class UnreadableMessageException extends RuntimeException {
    UnreadableMessageException(String message) {
        super(message);
    }

    UnreadableMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
