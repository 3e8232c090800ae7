package studio.pingvas.system.benchmark;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Somebody who follows their jobs: reads every frame and counts it. */
final class OpenSocket implements Closeable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int LONG_LENGTH = 126;
    private static final int LONGER_LENGTH = 127;

    private final LongAdder completed = new LongAdder();
    private final LongAdder progress = new LongAdder();
    private final HttpLine line;
    private final Semaphore told = new Semaphore(0);

    OpenSocket(URI url, String apiKey) throws IOException {
        line = new HttpLine(url);
        DataInputStream in = line.upgrade("/ws/queue/me", apiKey);
        Thread reader = new Thread(() -> readAll(in), "socket");
        reader.setDaemon(true);
        reader.start();
    }

    /** Jobs that were told to be completed. */
    long completed() {
        return completed.sum();
    }

    /** Frames of progress. */
    long progress() {
        return progress.sum();
    }

    /** Waits for one more job to be told. */
    void awaitCompleted() {
        try {
            if (!told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A job was never told to be completed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void readAll(DataInputStream in) {
        try {
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = in.readNBytes(length(in));
                if ((first & 0x0F) == TEXT) {
                    count(payload);
                } else if ((first & 0x0F) == PING) {
                    // An empty pong, masked by zeros.
                    line.out().write(new byte[] {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0});
                }
            }
        } catch (IOException e) {
            // Closed by us, or by a server that ends.
            return;
        }
    }

    private void count(byte[] payload) {
        String start = new String(payload, 0, Math.min(payload.length, 40), StandardCharsets.UTF_8);
        if (start.contains("\"completed\"")) {
            completed.increment();
            told.release();
        } else if (start.contains("\"progress\"")) {
            progress.increment();
        } else if (start.contains("\"failed\"")) {
            System.err.println(new String(payload, StandardCharsets.UTF_8));
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & 0x7F;
        if (length == LONG_LENGTH) {
            return in.readUnsignedShort();
        }
        return length == LONGER_LENGTH ? Math.toIntExact(in.readLong()) : length;
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
