/** Schema migrations, run when the server starts. */
package studio.pingvas.platform.database;
