/** The manifest and the rows of the registry. */
package studio.pingvas.model.registry.entity;
