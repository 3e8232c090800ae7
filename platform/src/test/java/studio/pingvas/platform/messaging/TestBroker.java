package studio.pingvas.platform.messaging;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** The broker with its production configuration, in this process. Can be stopped and started. */
public final class TestBroker {
    private static final String SERVER = "server";
    private static final String PASSWORD = "for tests only";

    private final Path data;
    private final int port;
    private ActiveMQServer server;

    public TestBroker(Path data) throws Exception {
        this.data = data;
        this.port = freePort();
        start();
    }

    /** As the server connects; it gives up after a moment where the real one waits. */
    public ConnectionFactory connections() {
        ActiveMQConnectionFactory connections =
                new ActiveMQConnectionFactory(
                        "tcp://127.0.0.1:" + port + "?callTimeout=3000&callFailoverTimeout=1000",
                        SERVER,
                        PASSWORD);
        connections.setReconnectAttempts(0);
        return connections;
    }

    public void start() throws Exception {
        System.setProperty("studio.broker.host", "127.0.0.1");
        System.setProperty("studio.broker.port", Integer.toString(port));
        System.setProperty("studio.broker.data", data.toString());
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager deployment = new FileDeploymentManager("broker/broker.xml");
        deployment.addDeployable(configuration);
        deployment.readConfiguration();
        configuration.setJMXManagementEnabled(false);
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(SERVER, PASSWORD);
        users.addRole(SERVER, SERVER);
        server =
                ActiveMQServers.newActiveMQServer(
                        configuration,
                        null,
                        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users),
                        true);
        server.start();
    }

    public void stop() throws Exception {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
