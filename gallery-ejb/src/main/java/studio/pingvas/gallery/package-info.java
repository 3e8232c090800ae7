/**
 * Owns the schema {@code gallery}: the pictures of users. It answers {@code
 * contracts.gallery.ImageCatalog} and calls no other module.
 */
package studio.pingvas.gallery;
