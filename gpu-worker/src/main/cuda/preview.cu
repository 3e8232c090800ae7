// Latents as a small picture, without the decoder: a linear look at each position.
#include "portable.h"

struct Rgb {
    float red;
    float green;
    float blue;
};

// weights: red, green and blue of channel 0, of channel 1, ... They stay in the cache; the latents
// are read once.
KERNEL project_latents(
        const float* RESTRICT latents,
        const float* RESTRICT weights,
        float bias_red,
        float bias_green,
        float bias_blue,
        float* RESTRICT out,
        int channels,
        int64_t area) {
    each(
            area,
            [=](int64_t i) {
                Rgb color = {bias_red, bias_green, bias_blue};
                NOT_UNROLLED
                for (int channel = 0; channel < channels; channel++) {
                    const float latent = latents[channel * area + i];
                    color.red = fused(latent, weights[3 * channel], color.red);
                    color.green = fused(latent, weights[3 * channel + 1], color.green);
                    color.blue = fused(latent, weights[3 * channel + 2], color.blue);
                }
                return color;
            },
            [=](int64_t i, Rgb color) {
                out[i] = fused(2, color.red, -1);
                out[area + i] = fused(2, color.green, -1);
                out[2 * area + i] = fused(2, color.blue, -1);
            });
}
