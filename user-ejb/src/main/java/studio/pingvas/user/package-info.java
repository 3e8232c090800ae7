/** Owns accounts, sign-in and tokens (schema {@code users}). Calls no other module. */
package studio.pingvas.user;
