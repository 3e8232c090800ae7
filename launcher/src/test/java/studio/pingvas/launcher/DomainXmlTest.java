package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DomainXmlTest {
    private static final XPath PATHS = XPathFactory.newInstance().newXPath();
    private static final Ports PORTS = new Ports(8080, 8081, 8082, 8083, 8084);

    @TempDir private Path folder;
    private Document edited;

    @BeforeEach
    void edit() throws Exception {
        Path template = folder.resolve("domain.xml");
        try (var content = DomainXmlTest.class.getResourceAsStream("domain.xml")) {
            Files.copy(content, template);
        }
        byte[] bytes = DomainXml.from(template).on(PORTS, Profile.QUICK_START).toBytes();
        edited =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes));
    }

    @Test
    void everyListenerIsOnLoopback() throws Exception {
        String ours = "//config[@name='server-config']";
        String listeners =
                ours
                        + "//network-listener | "
                        + ours
                        + "//iiop-listener | "
                        + ours
                        + "//jmx-connector";
        assertThat(values("(" + listeners + ")/@address"))
                .hasSize((int) count(listeners))
                .containsOnly("127.0.0.1");
    }

    @Test
    void onlyApplicationAndAdministrationListen() throws Exception {
        assertThat(
                        values(
                                "//config[@name='server-config']//network-listener"
                                        + "[not(@enabled='false')]/@port"))
                .containsExactlyInAnyOrder("8080", "8081");
        assertThat(values("//iiop-listener/@enabled")).containsOnly("false");
        assertThat(values("//config[@name='server-config']/jms-service/@type"))
                .containsExactly("DISABLED");
    }

    @Test
    void measuresOfTheServerAreNotWherePeopleComeIn() throws Exception {
        assertThat(
                        values(
                                "//config[@name='server-config']"
                                        + "/microprofile-metrics-configuration/@virtual-servers"))
                .containsExactly("__asadmin");
    }

    @Test
    void everyModuleHasAPoolForItsRoleAndOneForItsOwner() throws Exception {
        assertThat(values("/domain/servers/server/resource-ref/@ref"))
                .contains("jdbc/users", "jdbc/users-owner", "jdbc/gallery-owner", "jms/studio");
        assertThat(property("users-owner", "user")).isEqualTo("users_owner");
        assertThat(property("users-owner", "password")).isEqualTo("${ALIAS=database-users_owner}");
        assertThat(property("users", "portNumber")).isEqualTo("8082");
    }

    @Test
    void noPasswordStandsInIt() throws Exception {
        assertThat(values("//property[@name='password' or @name='Password']/@value"))
                .hasSize(12)
                .allMatch(value -> value.startsWith("${ALIAS="));
    }

    private String property(String pool, String name) throws Exception {
        return values(
                        "//jdbc-connection-pool[@name='"
                                + pool
                                + "']/property[@name='"
                                + name
                                + "']/@value")
                .get(0);
    }

    private double count(String path) throws Exception {
        return (double) PATHS.evaluate("count(" + path + ")", edited, XPathConstants.NUMBER);
    }

    private List<String> values(String path) throws Exception {
        NodeList found = (NodeList) PATHS.evaluate(path, edited, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
