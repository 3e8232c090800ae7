package studio.pingvas.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Payara's configuration, edited before the first start: nothing ever listens beyond loopback, and
 * the resources are there without a command for each.
 */
final class DomainXml {
    static final String BROKER_USER = "server";

    private static final String CONFIG = "/domain/configs/config[@name='server-config']";
    private static final String LISTENERS = CONFIG + "/network-config/network-listeners";
    private static final String JVM_OPTIONS = CONFIG + "/java-config";
    private static final int POOL_SIZE = 16;
    private static final int OWNER_POOL_SIZE = 2;

    private final XPath paths = XPathFactory.newInstance().newXPath();
    private final Document document;

    private DomainXml(Document document) {
        this.document = document;
    }

    static DomainXml from(Path template) {
        try {
            return new DomainXml(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(template.toFile()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new PlatformException(template + " cannot be read: " + e.getMessage(), e);
        }
    }

    DomainXml on(Ports ports, Profile profile) {
        listenOnLoopback(ports);
        endWhatNobodyUses();
        keepMeasuresFromThePublic();
        limitTheProcess(profile);
        for (String module : StudioDatabase.MODULES) {
            addPool(module, module, 1, POOL_SIZE, ports);
            addPool(module + "-owner", module + "_owner", 0, OWNER_POOL_SIZE, ports);
        }
        addBroker(ports);
        return this;
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void listenOnLoopback(Ports ports) {
        listener("http-listener-1", ports.http());
        listener("admin-listener", ports.admin());
        Element https = element(LISTENERS + "/network-listener[@name='http-listener-2']");
        https.setAttribute("address", Ports.HOST);
        https.setAttribute("enabled", "false");
        for (String name : new String[] {"orb-listener-1", "SSL", "SSL_MUTUALAUTH"}) {
            Element remoting = element(CONFIG + "/iiop-service/iiop-listener[@id='" + name + "']");
            remoting.setAttribute("address", Ports.HOST);
            remoting.setAttribute("enabled", "false");
        }
        Element jmx = element(CONFIG + "/admin-service/jmx-connector");
        jmx.setAttribute("address", Ports.HOST);
        jmx.setAttribute("enabled", "false");
    }

    private void listener(String name, int port) {
        Element listener = element(LISTENERS + "/network-listener[@name='" + name + "']");
        listener.setAttribute("address", Ports.HOST);
        listener.setAttribute("port", Integer.toString(port));
        Element http = element(CONFIG + "//protocol[@name='" + name + "']/http");
        http.setAttribute("xpowered-by", "false");
        http.setAttribute("server-header", "false");
    }

    private void endWhatNobodyUses() {
        element(CONFIG + "/hazelcast-config-specific-configuration")
                .setAttribute("enabled", "false");
        // The built-in broker would listen on every address.
        Element jms = add(element(CONFIG), "jms-service");
        jms.setAttribute("type", "DISABLED");
        jms.setAttribute("default-jms-host", "default_JMS_host");
        Element host = add(jms, "jms-host");
        host.setAttribute("name", "default_JMS_host");
        host.setAttribute("host", Ports.HOST);
        Element administration = add(element(CONFIG + "/admin-service"), "das-config");
        administration.setAttribute("autodeploy-enabled", "false");
        administration.setAttribute("dynamic-reload-enabled", "false");
        Element bundles =
                element(JVM_OPTIONS + "/jvm-options[contains(., 'additionalOSGiBundlesToStart')]");
        bundles.setTextContent(
                bundles.getTextContent().replace("org.apache.felix.shell.remote,", ""));
    }

    /**
     * The server tells its own measures to whoever asks, so nowhere people come in; the application
     * tells those that matter to administrators.
     */
    private void keepMeasuresFromThePublic() {
        element(CONFIG + "/microprofile-metrics-configuration")
                .setAttribute("virtual-servers", "__asadmin");
    }

    private void limitTheProcess(Profile profile) {
        element(JVM_OPTIONS + "/jvm-options[starts-with(., '-Xmx')]")
                .setTextContent(profile.serverMemory());
        for (String option : profile.options()) {
            add(element(JVM_OPTIONS), "jvm-options").setTextContent(option);
        }
        element(CONFIG + "/transaction-service").setAttribute("timeout-in-seconds", "60");
        // Five by default: five slow requests would hold up everybody.
        element(CONFIG + "//thread-pool[@name='http-thread-pool']")
                .setAttribute("max-thread-pool-size", "50");
    }

    private void addPool(String name, String role, int steady, int most, Ports ports) {
        Element pool = resource("jdbc-connection-pool");
        pool.setAttribute("name", name);
        pool.setAttribute("res-type", "javax.sql.DataSource");
        pool.setAttribute("datasource-classname", "org.postgresql.ds.PGSimpleDataSource");
        pool.setAttribute("steady-pool-size", Integer.toString(steady));
        pool.setAttribute("max-pool-size", Integer.toString(most));
        // Or every call of a statement goes through a reflective proxy, for traces nobody asks for.
        pool.setAttribute("wrap-jdbc-objects", "false");
        pool.setAttribute("is-connection-validation-required", "true");
        // Not at every use: that would be a round trip more for each transaction.
        pool.setAttribute("validate-atmost-once-period-in-seconds", "1");
        pool.setAttribute("connection-validation-method", "custom-validation");
        pool.setAttribute(
                "validation-classname",
                "org.glassfish.api.jdbc.validation.PostgresConnectionValidation");
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("serverName", Ports.HOST);
        properties.put("portNumber", Integer.toString(ports.database()));
        properties.put("databaseName", StudioDatabase.NAME);
        properties.put("user", role);
        properties.put("password", alias(Secrets.ofDatabaseRole(role)));
        addProperties(pool, properties);
        bind("jdbc-resource", name, "jdbc/" + name);
    }

    private void addBroker(Ports ports) {
        Element adapter = resource("resource-adapter-config");
        adapter.setAttribute("resource-adapter-name", ServerDomain.RESOURCE_ADAPTER);
        Map<String, String> user = new LinkedHashMap<>();
        user.put("UserName", BROKER_USER);
        user.put("Password", alias(Secrets.ofBrokerUser(BROKER_USER)));
        Map<String, String> connection = new LinkedHashMap<>(user);
        connection.put("ConnectionParameters", "host=" + Ports.HOST + ";port=" + ports.broker());
        connection.put("ReconnectAttempts", "-1");
        connection.put("RetryInterval", "1000");
        addProperties(adapter, connection);

        Element pool = resource("connector-connection-pool");
        pool.setAttribute("name", "jms-studio");
        pool.setAttribute("resource-adapter-name", ServerDomain.RESOURCE_ADAPTER);
        pool.setAttribute("connection-definition-name", "jakarta.jms.ConnectionFactory");
        pool.setAttribute("transaction-support", "XATransaction");
        pool.setAttribute("steady-pool-size", "1");
        pool.setAttribute("max-pool-size", Integer.toString(POOL_SIZE));
        // The adapter's own user is for its consumers; without these the pool logs in as nobody.
        addProperties(pool, user);
        bind("connector-resource", "jms-studio", "jms/studio");
    }

    private void bind(String kind, String pool, String jndiName) {
        Element resource = resource(kind);
        resource.setAttribute("pool-name", pool);
        resource.setAttribute("jndi-name", jndiName);
        add(element("/domain/servers/server"), "resource-ref").setAttribute("ref", jndiName);
    }

    private static String alias(String name) {
        return "${ALIAS=" + name + "}";
    }

    private void addProperties(Element owner, Map<String, String> properties) {
        properties.forEach(
                (name, value) -> {
                    Element property = add(owner, "property");
                    property.setAttribute("name", name);
                    property.setAttribute("value", value);
                });
    }

    private Element resource(String kind) {
        return add(element("/domain/resources"), kind);
    }

    private Element add(Element parent, String name) {
        Element child = document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private Element element(String path) {
        try {
            Element found = (Element) paths.evaluate(path, document, XPathConstants.NODE);
            if (found == null) {
                throw new PlatformException("This Payara's domain.xml has no " + path);
            }
            return found;
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }
}
