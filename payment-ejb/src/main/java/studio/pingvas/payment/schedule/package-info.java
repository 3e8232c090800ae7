/**
 * What the module does by the clock. A feature adds to it by a bean of type {@code PaymentTask}.
 */
package studio.pingvas.payment.schedule;
