package studio.pingvas.worker.queue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import studio.pingvas.worker.WorkerProcess;

/** The broker with its production configuration, in this process. Can be stopped and started. */
final class EmbeddedBroker {
    static final String PASSWORD = "for tests only";

    private final Path data;
    private final int port;
    private ActiveMQServer server;

    EmbeddedBroker(Path data) throws Exception {
        this.data = data;
        this.port = freePort();
        start();
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    ActiveMQServer server() {
        return server;
    }

    void start() throws Exception {
        System.setProperty("studio.broker.host", "127.0.0.1");
        System.setProperty("studio.broker.port", Integer.toString(port));
        System.setProperty("studio.broker.data", data.toString());
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager deployment = new FileDeploymentManager("broker/broker.xml");
        deployment.addDeployable(configuration);
        deployment.readConfiguration();
        configuration.setJMXManagementEnabled(false);
        server = ActiveMQServers.newActiveMQServer(configuration, null, users(), true);
        server.start();
    }

    void stop() throws Exception {
        server.stop();
    }

    /** Takes requests of this broker; keeps its files in the folder. */
    WorkerProcess startWorker(Path folder, String name, Map<String, String> more)
            throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Map<String, String> settings = new HashMap<>(more);
        settings.put("STUDIO_BROKER_URL", url());
        settings.put("STUDIO_BROKER_PASSWORD_FILE", password.toString());
        settings.put("STUDIO_STORE_PATH", folder.resolve("store").toString());
        return WorkerProcess.start(folder, name, settings);
    }

    long messageCount(String queue) {
        return server.locateQueue(queue).getMessageCount();
    }

    private static ActiveMQJAASSecurityManager users() {
        SecurityConfiguration users = new SecurityConfiguration();
        for (Map.Entry<String, List<String>> user :
                Map.of("server", List.of("server"), "worker", List.of("worker")).entrySet()) {
            users.addUser(user.getKey(), PASSWORD);
            user.getValue().forEach(role -> users.addRole(user.getKey(), role));
        }
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
