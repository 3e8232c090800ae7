/** What payment-ejb tells the other modules. Schemas: docs/messages. */
package studio.pingvas.contracts.payment.message;
