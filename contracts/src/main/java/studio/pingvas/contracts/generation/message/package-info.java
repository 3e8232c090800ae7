/**
 * The messages between the server and its workers. They travel as JSON text with snake_case names;
 * the schemas stand in {@code docs/messages}. A field may be added under the same version; a field
 * that is removed or re-meant needs a new version, and both are read for one release.
 */
package studio.pingvas.contracts.generation.message;
