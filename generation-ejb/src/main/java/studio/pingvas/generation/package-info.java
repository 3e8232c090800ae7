/**
 * Jobs that make pictures: accept, reserve, queue, follow, settle. Owns the schema {@code
 * generation}; calls payment, model and gallery through their contracts, each call in a transaction
 * of its own, and talks to the workers through the broker.
 *
 * <p>{@code jobs} is the life of a job; {@code queue} decides when it is sent and knows the broker.
 */
package studio.pingvas.generation;
