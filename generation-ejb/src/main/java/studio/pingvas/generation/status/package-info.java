/** How the queue stands: counts, waits, and what is measured for those who watch over it. */
package studio.pingvas.generation.status;
