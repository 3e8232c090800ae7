package studio.pingvas.generation.jobs.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;
import studio.pingvas.generation.GenerationDatabase;

class OriginTest {
    private static final Set<String> OPTIONAL_IDS = Set.of("retry_of", "workflow_id", "batch_id");

    /** Else the database would refuse the first job without a batch as one with a text for it. */
    @Test
    void missingIdsAreNoTextsForTheDatabase() {
        List<DatabaseField> columns =
                GenerationDatabase.empty()
                        .inTransaction(
                                entities ->
                                        entities.unwrap(Session.class)
                                                .getDescriptor(GenerationJob.class)
                                                .getFields());

        assertThat(columns)
                .filteredOn(column -> OPTIONAL_IDS.contains(column.getName()))
                .hasSize(OPTIONAL_IDS.size())
                .extracting(DatabaseField::getSqlType)
                .containsOnly(Types.OTHER);
    }
}
