/** Takes waiting mails out of the table and hands them to a mail server, or to a folder. */
package studio.pingvas.user.mail.delivery;
