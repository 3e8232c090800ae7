package studio.pingvas.contracts.generation;

/**
 * What a user asks for. Only the prompt is required; null means the model's default, for the seed a
 * random one, for the count one.
 *
 * @param prompt 1 to 2,000 characters
 * @param negativePrompt what the picture should not show, up to 2,000 characters
 * @param model id
 * @param width in pixels
 * @param height in pixels
 * @param steps denoising steps, 1 to 200
 * @param cfgScale guidance, 0 to 30
 * @param scheduler one that the model lists
 * @param seed 0 to 2^32 - 1; picture i uses seed + i
 * @param count of pictures, 1 to 8
 */
public record TextToImage(
        String prompt,
        String negativePrompt,
        String model,
        Integer width,
        Integer height,
        Integer steps,
        Double cfgScale,
        String scheduler,
        Long seed,
        Integer count) {}
