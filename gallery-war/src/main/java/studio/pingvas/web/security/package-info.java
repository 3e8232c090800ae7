/** Who the caller is: bearer tokens for the API, sessions for pages. */
package studio.pingvas.web.security;
