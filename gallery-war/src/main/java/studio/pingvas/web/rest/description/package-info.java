/** The OpenAPI document: what the server cannot derive from the resources by itself. */
package studio.pingvas.web.rest.description;
