/** What tiers cost and allow, and which tier a user has. */
package studio.pingvas.payment.plans;
