package studio.pingvas.launcher;

import java.util.List;

/**
 * Where the parts listen, all on loopback.
 *
 * @param http the application
 * @param admin Payara's administration
 * @param database PostgreSQL
 * @param broker Artemis
 * @param lemonSqueezy the stand-in for the payment gateway
 */
public record Ports(int http, int admin, int database, int broker, int lemonSqueezy) {
    static final String HOST = "127.0.0.1";

    String url() {
        return "http://" + HOST + ":" + http;
    }

    String lemonSqueezyUrl() {
        return "http://" + HOST + ":" + lemonSqueezy;
    }

    /** How a browser on this machine may name the application. */
    List<String> origins() {
        return List.of(url(), "http://localhost:" + http);
    }
}
