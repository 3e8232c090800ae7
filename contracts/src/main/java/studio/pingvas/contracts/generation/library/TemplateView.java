package studio.pingvas.contracts.generation.library;

/** A template as somebody who may use it sees it. */
public record TemplateView(Listing listing, TemplateContent content) {}
