package studio.pingvas.web.push;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A client that takes a frame at once, or when it is told to. */
final class TestChannel implements FrameChannel {
    private final List<Frame> taken = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean reading = true;
    private Runnable next;
    private volatile Ending ending;

    @Override
    public void send(Frame frame, Runnable sent) {
        synchronized (this) {
            if (next != null) {
                throw new IllegalStateException("Two frames on their way");
            }
            taken.add(frame);
            next = sent;
        }
        if (reading) {
            take();
        }
    }

    /** From now on the client takes nothing. */
    void stopReading() {
        reading = false;
    }

    void readAgain() {
        synchronized (this) {
            reading = true;
        }
        take();
    }

    private void take() {
        Runnable ready;
        synchronized (this) {
            ready = next;
            next = null;
        }
        if (ready != null) {
            ready.run();
        }
    }

    List<Frame> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    List<String> types() {
        return taken().stream().map(Frame::type).toList();
    }

    @Override
    public void ping() {
        // Nobody looks.
    }

    @Override
    public boolean isOpen() {
        return ending == null;
    }

    @Override
    public void close(Ending why, String reason) {
        ending = why;
    }

    Ending ending() {
        return ending;
    }
}
