/** What user-ejb tells the other modules. Schemas: docs/messages. */
package studio.pingvas.contracts.user.message;
