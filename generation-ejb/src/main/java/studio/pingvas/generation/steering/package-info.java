/** What users do with their jobs as a whole: clear the line, try again, change its order. */
package studio.pingvas.generation.steering;
