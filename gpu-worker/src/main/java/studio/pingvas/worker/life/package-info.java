/**
 * The life of the process: on which device it works and why, when it is ended, and what it tells
 * whoever watches it.
 */
package studio.pingvas.worker.life;
