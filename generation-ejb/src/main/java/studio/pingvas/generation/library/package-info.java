/**
 * What templates and prompt presets have in common: owners, who sees them, versions, lists, and
 * their erasure with the account.
 */
package studio.pingvas.generation.library;
