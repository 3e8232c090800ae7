package studio.pingvas.payment.gateway;

import java.time.Duration;
import java.util.Optional;

/** The client without a container: Fault Tolerance has no effect. */
final class GatewayClients {
    static final String API_KEY = "secret-key-of-the-test";

    private GatewayClients() {}

    static LemonSqueezyClient of(FakeGateway gateway) {
        return of(gateway, 1000);
    }

    static LemonSqueezyClient of(FakeGateway gateway, int callsPerMinute) {
        LemonSqueezyClient client = new LemonSqueezyClient();
        client.connection = connection(gateway.address(), callsPerMinute);
        return client;
    }

    static GatewayConnection connection(String address, int callsPerMinute) {
        GatewayConnection connection = new GatewayConnection();
        connection.address = address;
        connection.apiKey = Optional.of(API_KEY);
        connection.callsPerMinute = callsPerMinute;
        connection.answerLimit = Duration.ofMillis(700);
        connection.open();
        return connection;
    }
}
