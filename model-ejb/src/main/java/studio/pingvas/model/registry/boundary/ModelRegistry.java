package studio.pingvas.model.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.pingvas.model.registry.control.ModelFinding;
import studio.pingvas.model.registry.entity.VerifiedFile;
import studio.pingvas.platform.json.Json;

/**
 * Writes what a scan found. Every node may do so at any time: each row is written by one statement
 * that does nothing where nothing has changed, in the order of the ids.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ModelRegistry {
    private static final Logger LOG = System.getLogger(ModelRegistry.class.getName());
    private static final int MAX_REASON_LENGTH = 1000;

    private static final String PUT =
            """
            insert into models.model
                (id, name, base, type, licence, digest, manifest, status, reason)
            values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as jsonb), ?8, nullif(?9, ''))
            on conflict (id) do update set
                name = excluded.name, base = excluded.base, type = excluded.type,
                licence = excluded.licence, digest = excluded.digest,
                manifest = excluded.manifest, status = excluded.status, reason = excluded.reason,
                updated_at = now()
            where (model.digest, model.status, model.reason)
                is distinct from (excluded.digest, excluded.status, excluded.reason)
            """;

    private static final String DISABLE =
            """
            update models.model set status = 'DISABLED', reason = ?1, updated_at = now()
            where id = ?2 and reason is distinct from ?1
            """;

    private static final String PUT_VERIFIED_FILE =
            """
            insert into models.verified_file (model_id, file_name, bytes, modified_at, sha256)
            values (?1, ?2, ?3, ?4, ?5)
            on conflict (model_id, file_name) do update set
                bytes = excluded.bytes, modified_at = excluded.modified_at,
                sha256 = excluded.sha256, verified_at = now()
            """;

    @PersistenceContext(unitName = "models")
    EntityManager entities;

    public List<VerifiedFile> verifiedFiles() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                entities.createNativeQuery(
                                "select model_id, file_name, bytes, modified_at, sha256"
                                        + " from models.verified_file")
                        .getResultList();
        return rows.stream().map(ModelRegistry::verifiedFile).toList();
    }

    /** Makes the registry say what was found, and disables whatever was not found. */
    public void update(List<ModelFinding> findings, List<VerifiedFile> verified) {
        findings.forEach(this::put);
        Set<String> found =
                findings.stream().map(ModelFinding::id).collect(Collectors.toUnmodifiableSet());
        ids().filter(id -> !found.contains(id)).forEach(id -> disable(id, "Its folder is gone"));
        verified.forEach(this::put);
    }

    private void put(ModelFinding finding) {
        if (finding.manifest() == null) {
            disable(finding.id(), finding.problem());
            return;
        }
        int changed =
                entities.createNativeQuery(PUT)
                        .setParameter(1, finding.id())
                        .setParameter(2, finding.manifest().name())
                        .setParameter(3, finding.manifest().base())
                        .setParameter(4, finding.manifest().type())
                        .setParameter(5, finding.manifest().licence())
                        .setParameter(6, finding.digest())
                        .setParameter(7, Json.write(finding.manifest()))
                        .setParameter(8, finding.problem() == null ? "ACTIVE" : "DISABLED")
                        .setParameter(9, reason(finding.problem()))
                        .executeUpdate();
        if (changed > 0) {
            report(finding.id(), finding.problem());
        }
    }

    private void disable(String id, String problem) {
        int changed =
                entities.createNativeQuery(DISABLE)
                        .setParameter(1, reason(problem))
                        .setParameter(2, id)
                        .executeUpdate();
        if (changed > 0 || ids().noneMatch(id::equals)) {
            report(id, problem);
        }
    }

    private void put(VerifiedFile file) {
        entities.createNativeQuery(PUT_VERIFIED_FILE)
                .setParameter(1, file.modelId())
                .setParameter(2, file.fileName())
                .setParameter(3, file.bytes())
                .setParameter(4, Timestamp.from(file.modifiedAt()))
                .setParameter(5, file.sha256())
                .executeUpdate();
    }

    private Stream<String> ids() {
        return entities.createQuery("select m.id from Model m order by m.id", String.class)
                .getResultStream();
    }

    private static VerifiedFile verifiedFile(Object[] row) {
        return new VerifiedFile(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((Timestamp) row[3]).toInstant(),
                (String) row[4]);
    }

    private static String reason(String problem) {
        if (problem == null) {
            return "";
        }
        return problem.substring(0, Math.min(problem.length(), MAX_REASON_LENGTH));
    }

    private static void report(String id, String problem) {
        if (problem == null) {
            LOG.log(Level.INFO, "Model {0} is active", id);
        } else {
            LOG.log(Level.WARNING, "Model {0} is disabled: {1}", id, problem);
        }
    }
}
