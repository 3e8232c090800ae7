/**
 * The order of the line: whose turn is next, and what of each user waits and is under way. Knows
 * users, tiers and seconds, but not what a job is.
 */
package studio.pingvas.generation.line;
