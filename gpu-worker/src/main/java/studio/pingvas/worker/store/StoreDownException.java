package studio.pingvas.worker.store;

import java.io.IOException;

/** The object store was away for longer than a job can wait. No job is to blame for it. */
public class StoreDownException extends IOException {
    StoreDownException(String what, IOException cause) {
        super("The object store is down, it was tried to " + what + ": " + cause, cause);
    }
}
