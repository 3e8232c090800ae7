/** The API of webhooks: addresses that came with requests for pictures. */
package studio.pingvas.web.rest.generation.webhooks;
