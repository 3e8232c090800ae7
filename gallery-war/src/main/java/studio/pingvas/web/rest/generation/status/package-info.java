/** How the queue and its jobs stand. */
package studio.pingvas.web.rest.generation.status;
