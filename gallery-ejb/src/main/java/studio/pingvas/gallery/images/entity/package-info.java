/** The rows of the gallery. */
package studio.pingvas.gallery.images.entity;
