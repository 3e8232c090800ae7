/** The pictures somebody has made: the grid, and one of them large. */
package studio.pingvas.web.faces.gallery;
