/** Failures that end a job; everything else is an accident, and the broker gives the job again. */
package studio.pingvas.worker.fault;
