/** Tells owners when jobs that wait for long have come much closer. */
package studio.pingvas.generation.positions;
