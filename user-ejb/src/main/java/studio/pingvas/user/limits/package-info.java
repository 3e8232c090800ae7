/**
 * How often somebody may try: for each account in the database, so that all nodes count together;
 * for each network address in the memory of a node.
 */
package studio.pingvas.user.limits;
