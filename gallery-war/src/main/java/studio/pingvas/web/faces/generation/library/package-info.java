/** The pages of templates and prompt presets. */
package studio.pingvas.web.faces.generation.library;
