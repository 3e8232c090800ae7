/** Small tools for work that several threads ask for. */
package studio.pingvas.platform.concurrent;
