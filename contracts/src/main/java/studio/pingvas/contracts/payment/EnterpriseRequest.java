package studio.pingvas.contracts.payment;

/**
 * What somebody writes who wants a contract.
 *
 * @param company 1 to 200 characters
 * @param contact name and way to reach the person, 1 to 200 characters
 * @param seats how many people, 1 to 100,000
 * @param message up to 4,000 characters
 */
public record EnterpriseRequest(String company, String contact, int seats, String message) {}
