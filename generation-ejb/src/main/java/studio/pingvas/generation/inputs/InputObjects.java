package studio.pingvas.generation.inputs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which uploaded pictures are kept, and for which jobs; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InputObjects {
    // What is noted for a batch is needed by any of its jobs. A job that is not there may still be
    // on
    // its way for a moment, and one that failed may be tried again; what is kept for that is
    // limited.
    private static final String NEEDLESS =
            """
            with input as (
                select *, row_number() over (partition by user_id order by created_at desc) as age
                from generation.input_object
            ), need as (
                select i.object_key, j.status not in ('COMPLETED', 'CANCELLED', 'FAILED')
                    or j.status = 'FAILED' and i.age <= 20
                        and j.finished_at >= now() - interval '1 hour' as needed
                from input i join generation.job j on j.id = i.job_id or j.batch_id = i.job_id
            )
            select i.object_key from generation.input_object i
            left join need n on n.object_key = i.object_key
            group by i.object_key, i.created_at
            having not bool_or(n.needed)
                or bool_or(n.needed) is null and i.created_at < now() - interval '10 minutes'
            order by i.created_at
            limit ?1
            """;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    public void note(String key, UUID userId, UUID jobId) {
        entities.createNativeQuery(
                        "insert into generation.input_object (object_key, user_id, job_id)"
                                + " values (?1, ?2, ?3)")
                .setParameter(1, key)
                .setParameter(2, userId)
                .setParameter(3, jobId)
                .executeUpdate();
    }

    /** Keys of what no job needs any more, oldest first. */
    public List<String> needless(int limit) {
        @SuppressWarnings("unchecked")
        List<String> keys =
                entities.createNativeQuery(NEEDLESS).setParameter(1, limit).getResultList();
        return keys;
    }

    public void forget(String key) {
        entities.createNativeQuery("delete from generation.input_object where object_key = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }
}
