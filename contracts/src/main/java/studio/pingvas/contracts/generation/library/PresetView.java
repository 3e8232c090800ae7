package studio.pingvas.contracts.generation.library;

/** A prompt preset as somebody who may use it sees it. */
public record PresetView(Listing listing, PresetContent content) {}
