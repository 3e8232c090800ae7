package studio.pingvas.model.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.model.registry.entity.Model;
import studio.pingvas.model.registry.entity.ModelStatus;
import studio.pingvas.platform.concurrent.RecentAnswers;

/**
 * The models that may be used, as of a second ago at the most: every request asks for one, and they
 * change when somebody changes the files of the models path.
 */
@ApplicationScoped
public class ActiveModels {
    private static final String ALL = "all";
    private static final Duration LIFE = Duration.ofSeconds(1);

    @PersistenceContext(unitName = "models")
    EntityManager entities;

    private final RecentAnswers<String, List<ModelView>> recent = new RecentAnswers<>(1, LIFE);

    /** By name. To be called outside of a transaction. */
    public List<ModelView> list() {
        return recent.get(ALL, all -> read());
    }

    /** One that is not known is looked for at once: it may be new. */
    public Optional<ModelView> find(String id) {
        Optional<ModelView> known = find(id, list());
        if (known.isPresent()) {
            return known;
        }
        recent.forget(models -> true);
        return find(id, list());
    }

    private static Optional<ModelView> find(String id, List<ModelView> models) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    private List<ModelView> read() {
        return entities.createQuery(
                        "select m from Model m where m.status = :status order by m.name, m.id",
                        Model.class)
                .setParameter("status", ModelStatus.ACTIVE)
                .getResultStream()
                .map(Model::view)
                .toList();
    }
}
