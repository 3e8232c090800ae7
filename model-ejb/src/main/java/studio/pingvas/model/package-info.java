/**
 * Owns the schema {@code models}: which models are installed, whole, and open to whom. It answers
 * {@code contracts.model.ModelCatalog} and calls no other module.
 */
package studio.pingvas.model;
