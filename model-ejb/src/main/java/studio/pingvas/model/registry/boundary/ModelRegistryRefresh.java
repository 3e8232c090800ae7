package studio.pingvas.model.registry.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.model.registry.control.ModelFinding;
import studio.pingvas.model.registry.control.ModelScan;
import studio.pingvas.model.registry.control.VerifiedFiles;
import studio.pingvas.platform.schedule.LoggedTimeout;

/**
 * Makes the registry agree with the models path: at start, every few minutes, and on demand. All
 * nodes see the same models, by a shared volume or in their image.
 */
@Singleton
@Interceptors(LoggedTimeout.class)
@Startup
@DependsOn("ModelMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ModelRegistryRefresh {
    private static final Logger LOG = System.getLogger(ModelRegistryRefresh.class.getName());

    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Inject
    @ConfigProperty(name = "studio.models.path")
    String path;

    @Inject
    @ConfigProperty(name = "studio.models.hash-at-start-bytes")
    long hashAtStartBytes;

    @Inject ModelRegistry registry;

    @Resource ManagedExecutorService executor;

    @PostConstruct
    void start() {
        if (refresh(hashAtStartBytes)) {
            executor.execute(this::refresh);
        }
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void refreshRegularly() {
        refresh();
    }

    public void refresh() {
        refresh(Long.MAX_VALUE);
    }

    /** Whether something is left to hash. */
    private boolean refresh(long maxBytesToHash) {
        oneAtATime.lock();
        try {
            VerifiedFiles verified = new VerifiedFiles(registry.verifiedFiles());
            List<ModelFinding> findings =
                    new ModelScan(Path.of(path), verified, maxBytesToHash).read();
            registry.update(findings, verified.taken());
            return findings.stream().anyMatch(ModelFinding::pending);
        } catch (IOException e) {
            // A volume that is away for a moment is no reason to disable what it holds.
            LOG.log(Level.ERROR, "The models path " + path + " cannot be read", e);
            return false;
        } finally {
            oneAtATime.unlock();
        }
    }
}
