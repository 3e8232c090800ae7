package studio.pingvas.system.container;

import fish.payara.arquillian.container.payara.remote.PayaraRemoteDeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Puts {@link KeptDeployment} in the place of Payara's connector. */
public class KeptDeploymentExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.override(
                DeployableContainer.class,
                PayaraRemoteDeployableContainer.class,
                KeptDeployment.class);
    }
}
