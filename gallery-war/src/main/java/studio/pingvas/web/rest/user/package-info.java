/** Accounts, sign-in and tokens. */
package studio.pingvas.web.rest.user;
