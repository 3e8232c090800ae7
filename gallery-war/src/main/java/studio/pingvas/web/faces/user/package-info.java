/** Signing up, in and out, and the header that says who is here. */
package studio.pingvas.web.faces.user;
