/**
 * A plain client of the public REST and WebSocket API, for the command line. It knows the platform
 * only by its address and an account.
 */
package studio.pingvas.launcher.client;
