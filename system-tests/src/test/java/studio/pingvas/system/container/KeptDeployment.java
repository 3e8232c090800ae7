package studio.pingvas.system.container;

import fish.payara.arquillian.container.payara.remote.PayaraRemoteDeployableContainer;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Deploys the archive of the first test class and keeps it for all others: every class has the same
 * one, and a deployment of the whole application takes longer than its tests.
 */
public class KeptDeployment extends PayaraRemoteDeployableContainer {
    private static final AtomicReference<ProtocolMetaData> KEPT = new AtomicReference<>();

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (KEPT.get() == null) {
            // The launcher has deployed the application under this name, without the tests.
            super.undeploy(archive);
            KEPT.set(super.deploy(archive));
        }
        return KEPT.get();
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // The tests over HTTP go on with it; it ends with the platform.
    }
}
