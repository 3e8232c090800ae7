package studio.pingvas.contracts.payment;

import java.util.List;

/**
 * @param items newest first
 * @param nextCursor for the next page, or null at the end
 */
public record InvoicePage(List<InvoiceView> items, String nextCursor) {
    public InvoicePage {
        items = List.copyOf(items);
    }
}
