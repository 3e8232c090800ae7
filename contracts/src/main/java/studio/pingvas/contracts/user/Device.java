package studio.pingvas.contracts.user;

/**
 * From where somebody signs in.
 *
 * @param address IP address of the client
 * @param userAgent how its program names itself; null if it does not
 */
public record Device(String address, String userAgent) {}
