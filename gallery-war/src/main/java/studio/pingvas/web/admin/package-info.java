/** What administrators do, through the API as well as on pages. */
package studio.pingvas.web.admin;
