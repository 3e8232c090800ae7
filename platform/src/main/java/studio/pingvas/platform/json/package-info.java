/** JSON of messages and of the API: snake_case names, UTC instants in RFC 3339. */
package studio.pingvas.platform.json;
