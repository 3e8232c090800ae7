/** Pages for people, one sub-package for each module whose facade they show. */
package studio.pingvas.web.faces;
