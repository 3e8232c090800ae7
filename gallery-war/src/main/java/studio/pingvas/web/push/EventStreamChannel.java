package studio.pingvas.web.push;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Frames as server-sent events (the HTML standard, section 9.2). No thread waits for the client:
 * what cannot be written yet is written when the server says so.
 */
final class EventStreamChannel implements FrameChannel, WriteListener {
    private static final Logger LOG = System.getLogger(EventStreamChannel.class.getName());

    /** Clients come back after so many milliseconds when the connection breaks. */
    private static final Part OPENING = new Part("retry: 2000\n\n", () -> {});

    private static final Part HEARTBEAT = new Part(":\n\n", () -> {});

    private record Part(String text, Runnable sent) {}

    private final ServletOutputStream out;
    private final Runnable ended;

    private boolean open;
    private boolean closed;

    /** A frame at most, and a heartbeat before it. */
    private final Deque<Part> waiting = new ArrayDeque<>(List.of(OPENING));

    private Part written;
    private boolean flushed;

    /**
     * @param out nothing else writes to it
     * @param ended runs once, when nothing is written any more
     */
    EventStreamChannel(ServletOutputStream out, Runnable ended) {
        this.out = out;
        this.ended = ended;
    }

    void start() {
        out.setWriteListener(this);
    }

    @Override
    public void send(Frame frame, Runnable sent) {
        put(new Part(textOf(frame), sent));
    }

    @Override
    public synchronized void ping() {
        // A client that has not taken what was sent last needs no more to be seen alive.
        if (waiting.isEmpty() && written == null) {
            put(HEARTBEAT);
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return !closed;
    }

    @Override
    public void close(Ending ending, String reason) {
        end();
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        open = true;
        write();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.log(Level.DEBUG, "A stream broke", failure);
        end();
    }

    static String textOf(Frame frame) {
        return "id: "
                + frame.seq()
                + "\nevent: "
                + frame.type()
                + "\ndata: "
                + frame.json()
                + "\n\n";
    }

    private synchronized void put(Part part) {
        waiting.add(part);
        try {
            write();
        } catch (IOException | RuntimeException e) {
            // The server may have given the stream up without a word.
            onError(e);
        }
    }

    /** After each call the stream must be asked whether it takes another. */
    private void write() throws IOException {
        while (open && !closed && !(waiting.isEmpty() && written == null) && out.isReady()) {
            if (written == null) {
                written = waiting.remove();
                flushed = false;
                out.write(written.text().getBytes(StandardCharsets.UTF_8));
            } else if (!flushed) {
                flushed = true;
                out.flush();
            } else {
                Runnable sent = written.sent();
                written = null;
                sent.run();
            }
        }
    }

    private void end() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        ended.run();
    }
}
