/** The page that turns a prompt into a picture. */
package studio.pingvas.web.faces.generation;
