// Standard normal noise as torch's CUDA generator lays it out: Philox 4x32-10 (Salmon et al. 2011,
// "Parallel random numbers: as easy as 1, 2, 3") with the seed as key and the counter
// (offset, 0, i, 0) for element i, then the sine half of a Box-Muller pair (Box & Muller 1958, "A
// note on the generation of random normal deviates"). Logarithm and sine are polynomials of fused
// multiply-adds (Cephes library, Moshier), because libraries differ in their last bits.
#include "portable.h"

constexpr uint32_t MULTIPLIER_0 = 0xD2511F53u;
constexpr uint32_t MULTIPLIER_2 = 0xCD9E8D57u;
constexpr uint32_t WEYL_0 = 0x9E3779B9u;
constexpr uint32_t WEYL_1 = 0xBB67AE85u;
constexpr int ROUNDS = 10;

constexpr double PI = 3.14159265358979323846;
constexpr float TWO_POW_MINUS_32 = 0x1p-32f;
constexpr float TWO_POW_MINUS_33 = 0x1p-33f;
constexpr float TWO_PI_POW_MINUS_32 = float(2 * PI * 0x1p-32);
constexpr float TWO_PI_POW_MINUS_33 = float(2 * PI * 0x1p-33);
constexpr float TWO_OVER_PI = float(2 / PI);
// pi/2 in three parts; the first two have trailing zeros, so that a product is exact.
constexpr float HALF_PI_HIGH = 1.5703125f;
constexpr float HALF_PI_MIDDLE = 4.837512969970703125e-4f;
constexpr float HALF_PI_LOW = 7.54978995489188216e-8f;
constexpr float SQRT_HALF = 0.70710678118654752440f;

// Natural logarithm of a number in (0, 1].
DEVICE float logarithm(float x) {
    const uint32_t bits = bits_of(x);
    const float half_to_one = float_of_bits((bits & 0x007FFFFFu) | 0x3F000000u);
    const bool low = half_to_one < SQRT_HALF;
    const float m = low ? half_to_one + half_to_one - 1.0f : half_to_one - 1.0f;
    const float exponent = float(int(bits >> 23) - (low ? 127 : 126));
    const float z = m * m;
    float y = fused(7.0376836292E-2f, m, -1.1514610310E-1f);
    y = fused(y, m, 1.1676998740E-1f);
    y = fused(y, m, -1.2420140846E-1f);
    y = fused(y, m, 1.4249322787E-1f);
    y = fused(y, m, -1.6668057665E-1f);
    y = fused(y, m, 2.0000714765E-1f);
    y = fused(y, m, -2.4999993993E-1f);
    y = fused(y, m, 3.3333331174E-1f);
    y = y * m * z;
    y = fused(-2.12194440e-4f, exponent, y);
    y = fused(-0.5f, z, y);
    return fused(0.693359375f, exponent, m + y);
}

// Sine of an angle in [0, 2 pi].
DEVICE float sine(float angle) {
    const int quadrant = int(fused(angle, TWO_OVER_PI, 0.5f));
    const float turns = float(quadrant);
    float r = fused(turns, -HALF_PI_HIGH, angle);
    r = fused(turns, -HALF_PI_MIDDLE, r);
    r = fused(turns, -HALF_PI_LOW, r);
    const float z = r * r;
    float of_sine = fused(-1.9515295891E-4f, z, 8.3321608736E-3f);
    of_sine = fused(of_sine, z, -1.6666654611E-1f);
    of_sine = fused(of_sine * z, r, r);
    float of_cosine = fused(2.443315711809948E-5f, z, -1.388731625493765E-3f);
    of_cosine = fused(of_cosine, z, 4.166664568298827E-2f);
    of_cosine = fused(of_cosine * z, z, fused(-0.5f, z, 1.0f));
    const float value = (quadrant & 1) ? of_cosine : of_sine;
    return (quadrant & 2) ? -value : value;
}

DEVICE float normal(uint32_t index, uint32_t seed_low, uint32_t seed_high, uint32_t offset) {
    uint32_t c0 = offset;
    uint32_t c1 = 0;
    uint32_t c2 = index;
    uint32_t c3 = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const uint64_t product_0 = uint64_t(c0) * MULTIPLIER_0;
        const uint64_t product_2 = uint64_t(c2) * MULTIPLIER_2;
        c0 = uint32_t(product_2 >> 32) ^ c1 ^ seed_low;
        c2 = uint32_t(product_0 >> 32) ^ c3 ^ seed_high;
        c1 = uint32_t(product_2);
        c3 = uint32_t(product_0);
        seed_low += WEYL_0;
        seed_high += WEYL_1;
    }
    const float uniform = fused(float(c0), TWO_POW_MINUS_32, TWO_POW_MINUS_33);
    const float angle = fused(float(c1), TWO_PI_POW_MINUS_32, TWO_PI_POW_MINUS_33);
    return square_root(-2.0f * logarithm(uniform)) * sine(angle);
}

// Writes 4 bytes an element and reads none; about 120 integer and 40 float instructions each, so
// that a GPU is bound by its integer units, not by memory.
KERNEL normal_noise(
        float* RESTRICT out,
        uint32_t seed_low,
        uint32_t seed_high,
        uint32_t offset,
        int64_t count) {
    each(
            count,
            [=](int64_t i) { return normal(uint32_t(i), seed_low, seed_high, offset); },
            [=](int64_t i, float value) { out[i] = value; });
}
