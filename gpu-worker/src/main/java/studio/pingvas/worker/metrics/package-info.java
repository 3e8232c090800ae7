/** What a worker counts and times, for Prometheus. Knows nothing of jobs, models or HTTP. */
package studio.pingvas.worker.metrics;
