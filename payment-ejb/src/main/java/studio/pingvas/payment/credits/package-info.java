/**
 * The ledger. Its rules lie in the database ({@code db/payments}), because they are kept under a
 * row lock and because nothing else may write its rows; Java calls them by name.
 */
package studio.pingvas.payment.credits;
