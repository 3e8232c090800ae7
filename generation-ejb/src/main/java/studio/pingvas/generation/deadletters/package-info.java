/** Messages that nobody can use: put aside, looked at, sent again. */
package studio.pingvas.generation.deadletters;
