/**
 * Owns the schema {@code payments}: the credit ledger, subscriptions and plans. It answers {@code
 * contracts.payment.CreditLedger} and {@code Entitlements} and calls no other module.
 */
package studio.pingvas.payment;
