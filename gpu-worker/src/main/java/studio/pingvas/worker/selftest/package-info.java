/**
 * Whether this machine makes the pictures that it should: a few jobs of the demonstration model
 * with known results. A case is a message and a picture of the same name under {@code selftest/}
 * and a line in {@code selftest/golden.txt}; inputs that the message names lie there, too.
 */
package studio.pingvas.worker.selftest;
