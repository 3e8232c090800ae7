/** What this module tells the others, and the outbox it waits in. */
package studio.pingvas.user.events;
