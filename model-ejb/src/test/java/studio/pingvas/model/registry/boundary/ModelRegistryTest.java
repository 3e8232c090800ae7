package studio.pingvas.model.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelNotInTierException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.model.registry.ModelFolderFixture;
import studio.pingvas.model.registry.control.ActiveModelsForTests;
import studio.pingvas.model.registry.control.ModelScan;
import studio.pingvas.model.registry.control.VerifiedFiles;
import studio.pingvas.platform.database.TestDatabase;

class ModelRegistryTest {
    private static final TestDatabase DATABASE = TestDatabase.of("models");
    private static final EntityManagerFactory FACTORY = DATABASE.persistence("models");
    private static final Plan FREE = plan(Tier.FREE, "tiny", "sd15");
    private static final Plan PRO = plan(Tier.PRO, "tiny", "sd15", "sdxl");
    private static final Plan STUDIO = plan(Tier.STUDIO, Plan.ALL_MODELS);

    @TempDir Path root;

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate models.model, models.verified_file");
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void aModelIsDescribedByItsManifest() throws Exception {
        folders().aModel("tiny", "tiny");
        refresh();

        ModelView model = catalog().require("tiny", FREE);

        assertThat(model.name()).isEqualTo("Tiny");
        assertThat(model.licence()).isEqualTo("Apache-2.0");
        assertThat(model.digest()).hasSize(64);
        assertThat(model.sizes())
                .containsExactly(new ModelView.Size(128, 128, 1), new ModelView.Size(256, 256, 2));
        assertThat(model.defaultSize()).isEqualTo(new ModelView.Size(256, 256, 2));
        assertThat(model.schedulers()).containsExactly("flow-match-euler");
        assertThat(model.defaultSteps()).isEqualTo(16);
        assertThat(model.defaultGuidance()).isEqualTo(3.0);
        assertThat(model.cost()).isEqualTo(new ModelView.Cost(0.05, 0.2));
    }

    @Test
    void aTierSeesOnlyTheFamiliesOfItsPlan() throws Exception {
        folders().aModel("a-tiny", "tiny");
        folders().aModel("b-sd15", "sd15");
        folders().aModel("c-sdxl", "sdxl");
        folders().aModel("d-other", "other");
        refresh();

        assertThat(idsAllowedBy(FREE)).containsExactly("a-tiny", "b-sd15");
        assertThat(idsAllowedBy(PRO)).containsExactly("a-tiny", "b-sd15", "c-sdxl");
        assertThat(idsAllowedBy(STUDIO)).containsExactly("a-tiny", "b-sd15", "c-sdxl", "d-other");
        assertThat(idsAllowedBy(plan(Tier.FREE))).isEmpty();
        assertThatThrownBy(() -> catalog().require("c-sdxl", FREE))
                .isInstanceOf(ModelNotInTierException.class);
    }

    @Test
    void noModelIdMeansTheDefaultModel() throws Exception {
        folders().aModel("tiny", "tiny");
        folders().aModel("other", "tiny");
        refresh();

        assertThat(catalog().require(null, FREE).id()).isEqualTo("tiny");
    }

    @Test
    void aModelThatIsNotInstalledIsNotFound() {
        assertThatThrownBy(() -> catalog().require("tiny", STUDIO))
                .isInstanceOf(ModelNotFoundException.class);
        assertThatThrownBy(() -> catalog().require(null, STUDIO))
                .isInstanceOf(ModelNotFoundException.class);
        assertThatThrownBy(() -> catalog().require("'; drop table models.model", STUDIO))
                .isInstanceOf(ModelNotFoundException.class);
    }

    @Test
    void aDamagedModelIsDisabledAndComesBackWhenRepaired() throws Exception {
        Path file = folders().aModel("tiny", "tiny").resolve("denoiser.pt");
        refresh();
        Files.writeString(file, "damaged....");
        refresh();

        assertThat(row("tiny")).isEqualTo("DISABLED: denoiser.pt has another sha256");
        assertThat(idsAllowedBy(STUDIO)).isEmpty();
        assertThatThrownBy(() -> catalog().require("tiny", STUDIO))
                .isInstanceOf(ModelNotFoundException.class);

        Files.writeString(file, "denoiser.pt");
        refresh();
        assertThat(row("tiny")).isEqualTo("ACTIVE: null");
        assertThat(idsAllowedBy(STUDIO)).containsExactly("tiny");
    }

    @Test
    void aModelWhoseFolderIsGoneIsDisabled() throws Exception {
        Path folder = folders().aModel("tiny", "tiny");
        folders().aModel("other", "tiny");
        refresh();
        Files.move(folder, Files.createTempDirectory("elsewhere").resolve("tiny"));
        refresh();

        assertThat(row("tiny")).isEqualTo("DISABLED: Its folder is gone");
        assertThat(idsAllowedBy(STUDIO)).containsExactly("other");
    }

    @Test
    void aManifestThatTurnsBadDisablesItsModelAlone() throws Exception {
        folders().aModel("tiny", "tiny");
        folders().aModel("other", "tiny");
        refresh();
        folders().aModel("tiny", manifest -> manifest.put("unknown", 1));
        refresh();

        assertThat(row("tiny")).startsWith("DISABLED: model.json: ").contains("unknown");
        assertThat(idsAllowedBy(STUDIO)).containsExactly("other");
    }

    @Test
    void aRepeatedRefreshWritesNothing() throws Exception {
        folders().aModel("tiny", "tiny");
        refresh();
        String before = text("select xmin || ' ' || updated_at from models.model");
        refresh();

        assertThat(text("select xmin || ' ' || updated_at from models.model")).isEqualTo(before);
    }

    @Test
    void hashesSurviveARestart() throws Exception {
        folders().aModel("tiny", "tiny");
        refresh();

        assertThat(refresh(0)).isEmpty();
        assertThat(row("tiny")).isEqualTo("ACTIVE: null");
    }

    @Test
    void severalNodesMayRefreshAtOnce() throws Exception {
        folders().aModel("tiny", "tiny");
        folders().aModel("other", "tiny");
        Callable<Void> node =
                () -> {
                    refresh();
                    return null;
                };
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(idsAllowedBy(FREE)).containsExactly("other", "tiny");
    }

    private ModelFolderFixture folders() {
        return new ModelFolderFixture(root);
    }

    private void refresh() throws IOException {
        refresh(Long.MAX_VALUE);
    }

    private List<?> refresh(long maxBytesToHash) throws IOException {
        EntityManager entities = FACTORY.createEntityManager();
        try {
            ModelRegistry registry = new ModelRegistry();
            registry.entities = entities;
            VerifiedFiles verified = new VerifiedFiles(registry.verifiedFiles());
            var findings = new ModelScan(root, verified, maxBytesToHash).read();
            entities.getTransaction().begin();
            registry.update(findings, verified.taken());
            entities.getTransaction().commit();
            return verified.taken();
        } finally {
            entities.close();
        }
    }

    private static JpaModelCatalog catalog() {
        JpaModelCatalog catalog = new JpaModelCatalog();
        catalog.active = ActiveModelsForTests.of(FACTORY.createEntityManager());
        catalog.defaultModel = "tiny";
        return catalog;
    }

    private static List<String> idsAllowedBy(Plan plan) {
        return catalog().allowedBy(plan).stream().map(ModelView::id).toList();
    }

    private static String row(String id) throws SQLException {
        return text(
                "select status || ': ' || coalesce(reason, 'null') from models.model where id = '"
                        + id
                        + "'");
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = DATABASE.role().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Plan plan(Tier tier, String... bases) {
        return new Plan(tier, 0, 0, 0, Set.of(bases), 1, 1, 1, 1, 1, 1);
    }
}
