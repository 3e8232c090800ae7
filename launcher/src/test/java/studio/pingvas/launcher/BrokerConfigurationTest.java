package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The promises of {@code artemis/}'s broker.xml that other modules rely on. */
class BrokerConfigurationTest {
    private static final XPath PATHS = XPathFactory.newInstance().newXPath();
    private static Document broker;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream content =
                BrokerConfigurationTest.class.getResourceAsStream("/broker/broker.xml")) {
            broker = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
        }
    }

    @Test
    void itListensOnLoopbackUnlessToldOtherwise() throws Exception {
        assertThat(values("//acceptor"))
                .containsExactly(
                        "tcp://${studio.broker.host:127.0.0.1}:${studio.broker.port:61616}"
                                + "?protocols=CORE");
    }

    @Test
    void queuesAndTopicsAreThere() throws Exception {
        assertThat(values("//address[anycast]/@name"))
                .containsExactlyInAnyOrder(
                        "generation.requests", "generation.results", "DLQ", "ExpiryQueue");
        assertThat(values("//address[multicast]/@name"))
                .containsExactlyInAnyOrder(
                        "generation.progress",
                        "generation.events",
                        "generation.control",
                        "user.events",
                        "payment.events",
                        "gallery.events");
        assertThat(values("//address//queue/durable")).containsOnly("true");
    }

    @Test
    void eachReaderOfFactsHasAQueueThatWaitsForIt() throws Exception {
        assertThat(values("//address[multicast]//queue/@name"))
                .containsExactlyInAnyOrder(
                        "user.events.payment",
                        "user.events.generation",
                        "user.events.gallery",
                        "payment.events.user",
                        "payment.events.gallery",
                        "gallery.events.user");
    }

    @Test
    void aWorkerOnlyTakesWorkAndReports() throws Exception {
        assertThat(allowed("send", "worker"))
                .containsExactlyInAnyOrder("generation.results", "generation.progress");
        assertThat(allowed("consume", "worker"))
                .containsExactlyInAnyOrder("generation.requests", "generation.control");
        assertThat(allowed("createNonDurableQueue", "worker"))
                .containsExactly("generation.control");
        assertThat(allowed("manage", "worker")).isEmpty();
    }

    @Test
    void nobodyButTheAdministratorMakesDurableQueues() throws Exception {
        assertThat(values("//permission[@type='createDurableQueue']/@roles")).containsOnly("admin");
        assertThat(values("//address-setting[@match='#']/auto-create-queues"))
                .containsExactly("false");
    }

    @Test
    void aRequestIsTriedThreeTimesAtOnceAndAResultForEver() throws Exception {
        assertThat(setting("generation.requests", "max-delivery-attempts")).isEqualTo("3");
        assertThat(setting("generation.requests", "redelivery-delay")).isEqualTo("0");
        assertThat(setting("generation.requests", "default-consumer-window-size")).isEqualTo("0");
        assertThat(setting("generation.results", "max-delivery-attempts")).isEqualTo("-1");
        assertThat(setting("generation.results", "max-redelivery-delay")).isEqualTo("30000");
    }

    private static String setting(String address, String name) throws Exception {
        return values("//address-setting[@match='" + address + "']/" + name).get(0);
    }

    private static List<String> allowed(String permission, String role) throws Exception {
        return values(
                "//security-setting[permission[@type='"
                        + permission
                        + "' and contains(concat(',', @roles, ','), ',"
                        + role
                        + ",')]]/@match");
    }

    /** Element names are matched without their namespace. */
    private static List<String> values(String path) throws Exception {
        NodeList found = (NodeList) PATHS.evaluate(path, broker, XPathConstants.NODESET);
        return new ArrayList<>(
                IntStream.range(0, found.getLength())
                        .mapToObj(i -> found.item(i).getTextContent().strip())
                        .toList());
    }
}
