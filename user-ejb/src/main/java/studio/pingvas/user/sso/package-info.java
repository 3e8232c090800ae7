/** Enterprise issuers: whose tokens we accept beside our own, and what they may say here. */
package studio.pingvas.user.sso;
