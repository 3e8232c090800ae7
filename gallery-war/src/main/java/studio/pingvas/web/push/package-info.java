/**
 * What happens to a user's jobs, pushed to the user's sockets. Any node serves any user: each hears
 * the broker's topics and sends to the sockets it holds.
 */
package studio.pingvas.web.push;
