/** The simple API of an older document, on the same services as the routes that replaced it. */
package studio.pingvas.web.rest.generation.older;
