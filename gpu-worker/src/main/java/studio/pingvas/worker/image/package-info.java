/**
 * Pixels to files: PNG with text, WebP thumbnails, JPEG previews; and strangers' files to pixels.
 */
package studio.pingvas.worker.image;
