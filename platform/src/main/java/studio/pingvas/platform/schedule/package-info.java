/** Work by the clock that is done once in the whole cluster, and whose last run can be seen. */
package studio.pingvas.platform.schedule;
