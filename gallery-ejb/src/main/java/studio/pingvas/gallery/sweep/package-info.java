/**
 * Compares the store with the rows: objects of lost attempts are deleted, pictures without objects
 * are reported.
 */
package studio.pingvas.gallery.sweep;
