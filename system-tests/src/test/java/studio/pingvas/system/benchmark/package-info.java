/** {@code ./studio bench queue}: the way of a job through the whole platform, under load. */
package studio.pingvas.system.benchmark;
