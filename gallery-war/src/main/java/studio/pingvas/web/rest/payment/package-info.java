/** Credits, plans and subscriptions. */
package studio.pingvas.web.rest.payment;
