package studio.pingvas.system.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.payment.CreditLedger;

/** The built EAR, byte for byte, with one more module: the in-container tests. */
final class StudioWithTests {
    private static final File EAR = new File("../ear/target/studio.ear");
    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String TESTS = "in-container-tests";

    private static final List<Class<?>> FACADES =
            List.of(CreditLedger.class, GenerationJobs.class, JobEvents.class, ImageCatalog.class);

    private StudioWithTests() {}

    static EnterpriseArchive archive() {
        EnterpriseArchive ear =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, EAR)
                        .addAsModule(Testable.archiveToTest(tests()));
        String descriptor = text(ear);
        ear.delete(DESCRIPTOR);
        ear.add(new StringAsset(withTests(descriptor)), DESCRIPTOR);
        return ear;
    }

    private static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, TESTS + ".war")
                .addClasses(
                        InContainerTest.class,
                        CreditLedgerInContainerIT.class,
                        ResultConsumerInContainerIT.class,
                        SchemasInContainerIT.class,
                        ModuleDatabases.class)
                .setWebXML(new StringAsset(references()))
                .addAsLibrary(jarOf(Assertions.class));
    }

    /**
     * The server finds the beans by their interfaces, as it does for {@code @EJB}. No CDI here: in
     * a WAR with beans Payara would look for the authentication mechanism of the other one.
     */
    private static String references() {
        return FACADES.stream()
                .map(
                        facade ->
                                "<ejb-local-ref><ejb-ref-name>"
                                        + facade.getSimpleName()
                                        + "</ejb-ref-name><local>"
                                        + facade.getName()
                                        + "</local></ejb-local-ref>")
                .collect(
                        Collectors.joining(
                                "",
                                "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee'"
                                        + " version='6.0'>",
                                "</web-app>"));
    }

    /** Only modules that are listed are deployed. */
    private static String withTests(String descriptor) {
        int end = descriptor.lastIndexOf("</module>") + "</module>".length();
        return descriptor.substring(0, end)
                + "<module><web><web-uri>"
                + TESTS
                + ".war</web-uri><context-root>/"
                + TESTS
                + "</context-root></web></module>"
                + descriptor.substring(end);
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream stream = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
