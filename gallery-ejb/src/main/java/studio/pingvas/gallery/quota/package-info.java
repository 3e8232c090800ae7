/** How much room the pictures of a user take, and who is told if it is too much. */
package studio.pingvas.gallery.quota;
