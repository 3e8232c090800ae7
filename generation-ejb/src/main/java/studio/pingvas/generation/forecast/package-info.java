/**
 * How long jobs will take, by what ended jobs took. Depends on no other feature but {@code
 * workers}, so that all of them can ask it; what ended is read from the job table.
 */
package studio.pingvas.generation.forecast;
