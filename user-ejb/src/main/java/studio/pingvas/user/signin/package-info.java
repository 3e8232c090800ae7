/** Proof of who somebody is, and refresh tokens that prolong it. */
package studio.pingvas.user.signin;
