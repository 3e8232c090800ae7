package studio.pingvas.worker.weights;

/** What of a model a layer belongs to. */
enum LoraPart {
    DENOISER("denoiser"),
    TEXT_ENCODER("first text encoder"),
    TEXT_ENCODER_2("second text encoder"),
    TEXT_ENCODER_3("third text encoder");

    private final String label;

    LoraPart(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
