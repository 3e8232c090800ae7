/** Sign-in at other providers, and the identities there that accounts are linked with. */
package studio.pingvas.user.identities;
