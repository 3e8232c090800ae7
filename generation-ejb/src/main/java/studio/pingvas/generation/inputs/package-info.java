/**
 * The pictures that jobs begin with: those of the gallery, and uploaded ones while they are needed.
 */
package studio.pingvas.generation.inputs;
