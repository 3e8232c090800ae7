package studio.pingvas.system.container;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server, beside the modules; all classes share one deployment. */
@ExtendWith(ArquillianExtension.class)
abstract class InContainerTest {
    @Deployment
    public static EnterpriseArchive studioWithTests() {
        return StudioWithTests.archive();
    }
}
