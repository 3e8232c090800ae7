/**
 * The worker's side of the message broker, and the only place with JMS: requests in; results,
 * progress out; control messages obeyed.
 */
package studio.pingvas.worker.queue;
