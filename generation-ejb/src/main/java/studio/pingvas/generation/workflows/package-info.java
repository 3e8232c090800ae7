/** Stored workflows: those that are shipped, and those that people write, version by version. */
package studio.pingvas.generation.workflows;
