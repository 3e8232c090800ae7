/** Sign-ins that are still good, and how they end: on every node, within seconds. */
package studio.pingvas.user.sessions;
