/**
 * The web edge: REST, pages and sockets. It owns no data and no rules; it proves who the caller is,
 * translates, and asks the modules through their facades in {@code contracts}.
 */
package studio.pingvas.web;
