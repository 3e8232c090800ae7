/**
 * What Lemon Squeezy reports, and what follows from it. A report is kept before it is understood;
 * later it is applied in one transaction with the credits it moves, so there is nothing to finish
 * after a crash. Resources that are fetched over the API take the same way.
 */
package studio.pingvas.payment.lemonsqueezy;
