/** What enters the gallery: the facade and the clock. */
package studio.pingvas.gallery.images.boundary;
