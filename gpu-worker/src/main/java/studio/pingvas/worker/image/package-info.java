/** Pixels to files: PNG with text, WebP thumbnails, JPEG previews. */
package studio.pingvas.worker.image;
