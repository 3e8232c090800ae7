/** Sizes by name. */
package studio.pingvas.generation.sizes;
