/** Many jobs that are asked for, priced, accepted, followed and cancelled as one. */
package studio.pingvas.generation.batches;
