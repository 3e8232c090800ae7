/** Records as JMS text messages, and the outbox of facts for other modules. */
package studio.pingvas.platform.messaging;
