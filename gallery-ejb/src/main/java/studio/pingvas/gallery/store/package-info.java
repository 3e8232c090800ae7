/** The way to the objects of pictures. */
package studio.pingvas.gallery.store;
