package studio.pingvas.generation.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import studio.pingvas.contracts.generation.message.RecordedEvent;

/** Who on this node hears what this node does. */
@ApplicationScoped
public class NodeListeners {
    private static final Logger LOG = System.getLogger(NodeListeners.class.getName());

    private final String node = UUID.randomUUID().toString();
    private final List<Consumer<List<RecordedEvent>>> listeners = new CopyOnWriteArrayList<>();

    /** The name under which the others hear of this node; another one after each start. */
    public String node() {
        return node;
    }

    public void add(Consumer<List<RecordedEvent>> listener) {
        listeners.add(listener);
    }

    public void remove(Consumer<List<RecordedEvent>> listener) {
        listeners.remove(listener);
    }

    public void tell(List<RecordedEvent> news) {
        for (Consumer<List<RecordedEvent>> listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                // The others, and the broker, are to be told all the same.
                LOG.log(Level.WARNING, "News were not taken", e);
            }
        }
    }
}
