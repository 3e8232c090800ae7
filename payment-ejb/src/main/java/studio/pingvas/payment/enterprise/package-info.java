/** Contracts that people agree on outside this software, and the requests for them. */
package studio.pingvas.payment.enterprise;
