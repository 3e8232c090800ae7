/**
 * Technical code without a word of the domain, used by several modules: identifiers, JSON, object
 * store, schema migrations, tasks by the clock, requests to foreign servers. It knows no other
 * module.
 */
package studio.pingvas.platform;
