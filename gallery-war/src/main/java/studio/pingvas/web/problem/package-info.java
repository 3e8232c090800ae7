/** Errors as the public API tells them: one table of codes, one writer. */
package studio.pingvas.web.problem;
