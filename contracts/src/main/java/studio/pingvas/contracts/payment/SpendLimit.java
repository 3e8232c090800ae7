package studio.pingvas.contracts.payment;

import java.io.Serializable;
import java.util.UUID;

/**
 * A limit on what is spent by one API key from midnight to midnight UTC.
 *
 * @param spender the key
 * @param creditsPerDay null for no limit; spending is counted all the same
 */
public record SpendLimit(UUID spender, Long creditsPerDay) implements Serializable {}
