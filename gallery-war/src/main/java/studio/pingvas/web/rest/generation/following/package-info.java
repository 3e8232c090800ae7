/** Jobs followed over HTTP alone. */
package studio.pingvas.web.rest.generation.following;
