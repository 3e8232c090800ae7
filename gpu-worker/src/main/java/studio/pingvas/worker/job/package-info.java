/** One request from the queue as work: checked, followed, limited in time, stored. Knows no JMS. */
package studio.pingvas.worker.job;
