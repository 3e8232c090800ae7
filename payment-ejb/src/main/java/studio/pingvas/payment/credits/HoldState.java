package studio.pingvas.payment.credits;

/** A hold ends once: with a charge or without one. The names are those of the database. */
enum HoldState {
    HELD,
    SETTLED,
    RELEASED
}
