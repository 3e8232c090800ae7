package studio.pingvas.web.rest.payment;

/**
 * @param url page of the payment provider; signed, and good for a day
 */
public record AddressDocument(String url) {}
