package studio.pingvas.model.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
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
