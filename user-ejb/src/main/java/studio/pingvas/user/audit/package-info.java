/**
 * The audit log. Its rows are numbered and chained by hashes in the database; the role of the
 * running code can add and read, not change. Cutting off the newest rows breaks no link: whoever
 * must notice that too copies the last number somewhere else.
 */
package studio.pingvas.user.audit;
