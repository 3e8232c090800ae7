package studio.pingvas.payment.gateway;

import java.util.List;

/**
 * @param last number of the last page there is
 */
record GatewayPage(List<GatewayDocument> documents, int last) {}
