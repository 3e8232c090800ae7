/**
 * What happens to a user's jobs, pushed over sockets and streams. Any node serves any user: each
 * hears the broker's topics and tells the followers it holds.
 */
package studio.pingvas.web.push;
