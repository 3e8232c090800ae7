package studio.pingvas.model.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.model.registry.ModelFolderFixture;
import studio.pingvas.model.registry.control.ModelFinding;
import studio.pingvas.model.registry.entity.VerifiedFile;
import studio.pingvas.platform.database.TestDatabase;

class ModelRegistryRefreshTest {
    private static final TestDatabase DATABASE = TestDatabase.of("models");

    @TempDir Path root;

    private final EntityManagerFactory factory = DATABASE.persistence("models");
    private final EntityManager entities = factory.createEntityManager();
    private final Queue<Runnable> later = new ArrayDeque<>();

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate models.model, models.verified_file");
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void smallModelsAreReadyWithTheServer() throws Exception {
        new ModelFolderFixture(root).aModel("tiny", "tiny");

        node(root, 1_000).start();

        assertThat(statusOfTiny()).isEqualTo("ACTIVE");
        assertThat(later).isEmpty();
    }

    @Test
    void largeModelsFollowInTheBackground() throws Exception {
        new ModelFolderFixture(root).aModel("tiny", "tiny");

        node(root, 20).start();
        assertThat(statusOfTiny()).isEqualTo("DISABLED");

        later.remove().run();
        assertThat(statusOfTiny()).isEqualTo("ACTIVE");
    }

    @Test
    void largeModelsAreReadyAtOnceWhenTheServerStartsAgain() throws Exception {
        new ModelFolderFixture(root).aModel("tiny", "tiny");
        node(root, 0).start();
        later.remove().run();

        node(root, 0).start();

        assertThat(statusOfTiny()).isEqualTo("ACTIVE");
        assertThat(later).isEmpty();
    }

    @Test
    void aPathThatIsAwayChangesNothing() throws Exception {
        new ModelFolderFixture(root).aModel("tiny", "tiny");
        node(root, 1_000).start();

        node(root.resolve("away"), 1_000).start();

        assertThat(statusOfTiny()).isEqualTo("ACTIVE");
    }

    @Test
    void theShippedModelIsWhole() {
        Path shipped = Path.of("../gpu-worker/models").toAbsolutePath().normalize();
        assertThat(Files.exists(shipped.resolve("tiny/model.json"))).isTrue();

        node(shipped, Long.MAX_VALUE).start();

        assertThat(statusOfTiny()).isEqualTo("ACTIVE");
    }

    private ModelRegistryRefresh node(Path path, long hashAtStartBytes) {
        ModelRegistryRefresh node = new ModelRegistryRefresh();
        node.path = path.toString();
        node.hashAtStartBytes = hashAtStartBytes;
        node.registry = registry();
        node.executor = executor();
        return node;
    }

    private ModelRegistry registry() {
        ModelRegistry registry =
                new ModelRegistry() {
                    @Override
                    public void update(List<ModelFinding> findings, List<VerifiedFile> verified) {
                        entities.getTransaction().begin();
                        super.update(findings, verified);
                        entities.getTransaction().commit();
                    }
                };
        registry.entities = entities;
        return registry;
    }

    /** Keeps what it is given until the test runs it. */
    private ManagedExecutorService executor() {
        return (ManagedExecutorService)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> later.add((Runnable) arguments[0]));
    }

    private String statusOfTiny() {
        return (String)
                entities.createNativeQuery("select status from models.model where id = 'tiny'")
                        .getSingleResult();
    }
}
