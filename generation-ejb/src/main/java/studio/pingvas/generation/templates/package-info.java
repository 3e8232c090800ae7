/** Prompts with fields to fill in: those that are shipped, and those that people write. */
package studio.pingvas.generation.templates;
