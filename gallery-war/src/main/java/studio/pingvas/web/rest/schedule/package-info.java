/** What the modules do by the clock. */
package studio.pingvas.web.rest.schedule;
