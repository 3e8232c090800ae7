/** Access tokens, the keys that sign them, and tickets of sockets. */
package studio.pingvas.user.tokens;
