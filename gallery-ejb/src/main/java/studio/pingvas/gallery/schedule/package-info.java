/**
 * What the module does by the clock. A feature adds to it by a bean of type {@code GalleryTask}.
 */
package studio.pingvas.gallery.schedule;
