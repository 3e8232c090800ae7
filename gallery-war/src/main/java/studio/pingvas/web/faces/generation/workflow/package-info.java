/** The page on which workflows are written, kept and run. */
package studio.pingvas.web.faces.generation.workflow;
