/** Tiers, entitlements and the credit ledger: what payment-ejb answers. */
package studio.pingvas.contracts.payment;
