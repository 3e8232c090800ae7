package studio.pingvas.launcher;

/**
 * Where the parts listen, all on loopback.
 *
 * @param http the application
 * @param admin Payara's administration
 * @param database PostgreSQL
 * @param broker Artemis
 */
public record Ports(int http, int admin, int database, int broker) {
    static final String HOST = "127.0.0.1";

    String url() {
        return "http://" + HOST + ":" + http;
    }
}
