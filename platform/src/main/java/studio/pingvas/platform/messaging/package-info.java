/** JMS text messages as records. */
package studio.pingvas.platform.messaging;
