/** How pictures are found. */
package studio.pingvas.gallery.images.control;
