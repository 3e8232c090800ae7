/** Reads model folders and proves that their files are what the manifest says. */
package studio.pingvas.model.registry.control;
