/**
 * The way to the payment gateway: what we ask of its API, on behalf of a user or to find out what
 * no report told us. Answers are applied by {@code payment.lemonsqueezy}, as reports are.
 */
package studio.pingvas.payment.gateway;
