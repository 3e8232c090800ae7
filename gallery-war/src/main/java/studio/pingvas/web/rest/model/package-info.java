/** The models a caller may use. */
package studio.pingvas.web.rest.model;
