/** What users have had made: read from the job table, nothing is counted beside it. */
package studio.pingvas.generation.usage;
