/** What happened to a job, from its quote to its settlement. */
package studio.pingvas.generation.story;
