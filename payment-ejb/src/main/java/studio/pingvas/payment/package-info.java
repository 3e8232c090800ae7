/**
 * Owns the schema {@code payments}: plans, subscriptions, the credit ledger, and what the payment
 * gateway reports and is asked. It answers {@code contracts.payment} and calls no other module.
 */
package studio.pingvas.payment;
