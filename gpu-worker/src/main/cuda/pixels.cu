// Between channels apart, as networks want them, and interleaved bytes, as files do.
#include "portable.h"

// [-1, 1] to 0..255: half is added before the fraction is cut off; not-a-number becomes 0.
DEVICE uint32_t to_byte(float value) {
    const float scaled = fused(value, 127.5f, 128.0f);
    const float not_below = scaled > 0 ? scaled : 0;
    return uint32_t(int(not_below < 255 ? not_below : 255));
}

// One word a pixel: 12 bytes read, 4 written.
KERNEL to_rgba(const float* RESTRICT image, uint32_t* RESTRICT rgba, int64_t area) {
    each(
            area,
            [=](int64_t i) {
                return to_byte(image[i]) | to_byte(image[area + i]) << 8
                        | to_byte(image[2 * area + i]) << 16 | 0xFF000000u;
            },
            [=](int64_t i, uint32_t pixel) { rgba[i] = pixel; });
}

// The channels of out are the first of the bytes of each pixel. Bytes of one pixel come from one
// cache line, so memory sees each once.
KERNEL from_bytes(
        const uint8_t* RESTRICT pixels,
        int bytes_per_pixel,
        float scale,
        float shift,
        float* RESTRICT out,
        int channels,
        int64_t area) {
    each_in_planes(
            channels,
            area,
            [=](int channel, int64_t i) {
                return fused(float(pixels[i * bytes_per_pixel + channel]), scale, shift);
            },
            [=](int channel, int64_t i, float value) { out[channel * area + i] = value; });
}
