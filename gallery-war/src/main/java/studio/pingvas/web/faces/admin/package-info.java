/** Pages for administrators that belong to no single module. */
package studio.pingvas.web.faces.admin;
