package studio.pingvas.generation.news;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import studio.pingvas.contracts.generation.NewsOfNode;
import studio.pingvas.contracts.generation.message.RecordedEvent;

/** The door to the listeners for other modules. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LocalNewsOfNode implements NewsOfNode {
    @Inject NodeListeners listeners;

    @Override
    public void listen(Consumer<List<RecordedEvent>> listener) {
        listeners.add(listener);
    }

    @Override
    public void forget(Consumer<List<RecordedEvent>> listener) {
        listeners.remove(listener);
    }

    @Override
    public boolean isOwn(String node) {
        return listeners.node().equals(node);
    }
}
