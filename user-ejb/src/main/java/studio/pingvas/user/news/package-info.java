/**
 * What other modules tell about accounts: the tier becomes a hint in access tokens, and people get
 * their mails.
 */
package studio.pingvas.user.news;
