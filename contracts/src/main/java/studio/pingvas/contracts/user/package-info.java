/** Accounts, sign-in and tokens: what user-ejb answers. */
package studio.pingvas.contracts.user;
