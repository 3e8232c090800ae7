/**
 * What the modules know of each other: facade interfaces, views, messages and failures. It has no
 * runtime dependency and no code beyond the rules that belong to a value itself.
 *
 * <p>Facades are local EJB interfaces. Each of their methods runs in a transaction of its own; a
 * caller that needs two modules calls them one after the other, with ids it made itself, and every
 * command may be repeated with the same id without a second effect.
 */
package studio.pingvas.contracts;
