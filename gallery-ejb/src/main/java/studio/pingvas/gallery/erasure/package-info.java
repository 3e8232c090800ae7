/** What happens to the pictures of an account that is deleted: no row and no object stays. */
package studio.pingvas.gallery.erasure;
