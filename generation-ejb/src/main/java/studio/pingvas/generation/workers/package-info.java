/** Which workers live, by what they say of themselves. */
package studio.pingvas.generation.workers;
