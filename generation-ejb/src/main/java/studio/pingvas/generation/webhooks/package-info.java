/**
 * The ends of jobs told to addresses that came with their requests. A delivery is a row written
 * with the end of the job; any node sends it, again and again until its receiver says yes.
 */
package studio.pingvas.generation.webhooks;
