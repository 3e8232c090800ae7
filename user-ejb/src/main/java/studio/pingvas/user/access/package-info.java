/** What a bearer token proves, whoever issued it: the one way from a token to an identity. */
package studio.pingvas.user.access;
