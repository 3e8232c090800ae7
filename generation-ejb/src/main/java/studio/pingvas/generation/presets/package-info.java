/** Pieces of prompts with a name: those that are shipped, and those that people write. */
package studio.pingvas.generation.presets;
