package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.push.FrameChannel.Ending;

class EventStreamChannelTest {
    private final Wire wire = new Wire();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final EventStreamChannel channel = new EventStreamChannel(wire, ended::incrementAndGet);

    @Test
    void frameIsAnEventWithNumberTypeAndData() throws IOException {
        channel.start();
        wire.takes(true);

        channel.send(frame(12, "completed", "{\"a\":\"é\"}"), sent::incrementAndGet);

        assertThat(wire.text())
                .isEqualTo("retry: 2000\n\nid: 12\nevent: completed\ndata: {\"a\":\"é\"}\n\n");
        assertThat(wire.flushed).isTrue();
        assertThat(sent).hasValue(1);
    }

    @Test
    void nothingIsWrittenUnlessTheWireTakesIt() throws IOException {
        channel.start();
        channel.send(frame(1, "queued", "{}"), sent::incrementAndGet);
        assertThat(wire.text()).isEmpty();

        wire.takes(true);
        wire.takesOneMore();
        channel.send(frame(2, "progress", "{}"), sent::incrementAndGet);
        assertThat(wire.text()).endsWith("id: 2\nevent: progress\ndata: {}\n\n");
        assertThat(sent).hasValue(1);

        wire.takes(true);
        assertThat(sent).hasValue(2);
    }

    @Test
    void heartbeatsOfAClientThatDoesNotReadAreLeftOut() throws IOException {
        channel.start();
        wire.takes(true);
        channel.ping();
        assertThat(wire.text()).endsWith("\n\n:\n\n");

        wire.takesOneMore();
        channel.send(frame(1, "queued", "{}"), sent::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            channel.ping();
        }
        wire.takes(true);
        assertThat(wire.text()).endsWith("data: {}\n\n");
    }

    @Test
    void streamEndsOnceHoweverOftenItIsClosed() {
        channel.start();
        channel.onError(new IOException("gone"));
        channel.close(Ending.DONE, "done");
        channel.send(frame(1, "queued", "{}"), sent::incrementAndGet);

        assertThat(ended).hasValue(1);
        assertThat(wire.text()).isEmpty();
    }

    private static Frame frame(long seq, String type, String json) {
        return new Frame(type, seq, UUID.randomUUID(), json);
    }

    /** As the server's: whoever writes without asking is in error. */
    private static final class Wire extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private WriteListener listener;
        private int takes;
        private boolean asked;
        private boolean flushed;

        void takes(boolean always) throws IOException {
            takes = always ? Integer.MAX_VALUE : 0;
            listener.onWritePossible();
        }

        void takesOneMore() {
            takes = 1;
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            asked = takes > 0;
            return asked;
        }

        @Override
        public void setWriteListener(WriteListener writer) {
            listener = writer;
        }

        @Override
        public void write(byte[] text, int offset, int length) {
            requireAsked();
            flushed = false;
            bytes.write(text, offset, length);
        }

        @Override
        public void flush() {
            requireAsked();
            flushed = true;
        }

        @Override
        public void write(int one) {
            throw new UnsupportedOperationException();
        }

        private void requireAsked() {
            if (!asked) {
                throw new IllegalStateException("Not asked whether it can be written");
            }
            asked = false;
            takes--;
        }
    }
}
