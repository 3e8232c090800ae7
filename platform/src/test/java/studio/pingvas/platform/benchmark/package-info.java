/**
 * The frame of {@code ./studio bench}. A benchmark is a test class whose name ends in Benchmark, so
 * that no test run finds it; the command starts what it needs and then this class alone.
 */
package studio.pingvas.platform.benchmark;
