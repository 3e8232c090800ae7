/** What gallery-ejb tells the other modules. Schemas: docs/messages. */
package studio.pingvas.contracts.gallery.message;
