/**
 * What happens to the subscription of an account that is deleted. The books stay, under an id that
 * leads to nobody any more; credits that were left stay in them and can be spent by nobody.
 */
package studio.pingvas.payment.erasure;
