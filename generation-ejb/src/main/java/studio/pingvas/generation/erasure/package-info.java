/**
 * What happens to the jobs of an account that is deleted: live ones are cancelled, their credits go
 * back, and no row of theirs stays.
 */
package studio.pingvas.generation.erasure;
