/** Who has subscribed to what, and so may do what. */
package studio.pingvas.payment.subscriptions;
