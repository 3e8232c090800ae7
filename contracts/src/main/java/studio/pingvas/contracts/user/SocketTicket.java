package studio.pingvas.contracts.user;

/**
 * @param ticket for the query parameter {@code ticket} of the socket's address
 * @param expiresInSeconds how long it can be used
 */
public record SocketTicket(String ticket, long expiresInSeconds) {}
