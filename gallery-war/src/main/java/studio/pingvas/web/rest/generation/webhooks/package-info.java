/** The API of reports to addresses that came with requests for pictures. */
package studio.pingvas.web.rest.generation.webhooks;
