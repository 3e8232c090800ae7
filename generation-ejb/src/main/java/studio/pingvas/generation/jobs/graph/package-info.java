/**
 * How the steps of a request hang together: which are there, in what order they can be done, and
 * where each takes its pictures from. Knows nothing of models, tiers and galleries.
 */
package studio.pingvas.generation.jobs.graph;
