package studio.pingvas.web.rest.generation.older;

import studio.pingvas.contracts.generation.TextToImage;

/**
 * @param width of any size; the nearest that the model makes is taken
 * @param height as width
 * @param numImages null means 1
 */
public record SimpleRequest(
        String prompt,
        String negativePrompt,
        String model,
        Integer width,
        Integer height,
        Integer numImages,
        Long seed) {
    private static final int USUAL_EDGE = 1024;

    int wishedWidth() {
        return width == null ? USUAL_EDGE : width;
    }

    int wishedHeight() {
        return height == null ? USUAL_EDGE : height;
    }

    TextToImage inSize(int modelWidth, int modelHeight) {
        return new TextToImage(
                prompt,
                negativePrompt,
                model,
                modelWidth,
                modelHeight,
                null,
                null,
                null,
                seed,
                numImages,
                null);
    }
}
