/** Templates, prompt presets and size presets. */
package studio.pingvas.web.rest.generation.library;
