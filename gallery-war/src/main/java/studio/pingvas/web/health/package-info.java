/** Whether this node lives and is ready. */
package studio.pingvas.web.health;
