/** Requests to servers that somebody else names: where they may go, and that they go there. */
package studio.pingvas.platform.net;
