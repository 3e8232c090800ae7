/** Plans, purchases, credits and invoices; and what administrators do about them. */
package studio.pingvas.web.faces.payment;
