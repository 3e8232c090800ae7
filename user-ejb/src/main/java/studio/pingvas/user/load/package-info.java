/** Accounts for programs that measure an installation. */
package studio.pingvas.user.load;
