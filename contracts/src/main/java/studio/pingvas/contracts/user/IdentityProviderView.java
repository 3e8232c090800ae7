package studio.pingvas.contracts.user;

/**
 * A provider that people can sign in with.
 *
 * @param id in addresses: {@code google}, {@code discord}, or the id of an enterprise issuer
 * @param name for a button
 */
public record IdentityProviderView(String id, String name) {}
