/** What enters the registry: the facade, the start of the server, the clock. */
package studio.pingvas.model.registry.boundary;
