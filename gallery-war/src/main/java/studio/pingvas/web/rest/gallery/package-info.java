/** The pictures of the caller. */
package studio.pingvas.web.rest.gallery;
