// One number in, one number out. All are bound by memory, and read and write each number once.
#include "portable.h"

KERNEL fill(float* RESTRICT out, float value, int64_t count) {
    each(
            count,
            [=](int64_t) { return value; },
            [=](int64_t i, float filled) { out[i] = filled; });
}

// out[row][i] = in[i] * scale
KERNEL repeat(
        const float* RESTRICT in, float* RESTRICT out, float scale, int rows, int64_t count) {
    each_in_planes(
            rows,
            count,
            [=](int, int64_t i) { return in[i] * scale; },
            [=](int row, int64_t i, float value) { out[row * count + i] = value; });
}

KERNEL scale_and_shift(float* RESTRICT x, float scale, float shift, int64_t count) {
    each(
            count,
            [=](int64_t i) { return fused(x[i], scale, shift); },
            [=](int64_t i, float value) { x[i] = value; });
}

struct Terms {
    const float* at[5];
    float weight[5];
};

template <int TERMS>
DEVICE void sum_of(const Terms& terms, float* out, int64_t count) {
    each(
            count,
            [=](int64_t i) {
                float sum = terms.weight[0] * terms.at[0][i];
                for (int term = 1; term < TERMS; term++) {
                    sum = fused(terms.weight[term], terms.at[term][i], sum);
                }
                return sum;
            },
            [=](int64_t i, float sum) { out[i] = sum; });
}

// out = weight_0 * term_0 + weight_1 * term_1 + ... over the first `terms` of the five; out may be
// one of them, so nothing here is RESTRICT.
KERNEL combine(
        float* out,
        const float* term_0,
        const float* term_1,
        const float* term_2,
        const float* term_3,
        const float* term_4,
        float weight_0,
        float weight_1,
        float weight_2,
        float weight_3,
        float weight_4,
        int terms,
        int64_t count) {
    const Terms all = {
            {term_0, term_1, term_2, term_3, term_4},
            {weight_0, weight_1, weight_2, weight_3, weight_4}};
    switch (terms) {
        case 1: return sum_of<1>(all, out, count);
        case 2: return sum_of<2>(all, out, count);
        case 3: return sum_of<3>(all, out, count);
        case 4: return sum_of<4>(all, out, count);
        case 5: return sum_of<5>(all, out, count);
    }
}

// x = original + mask * (x - original); the mask is one plane for all channels of x.
KERNEL blend(
        float* RESTRICT x,
        const float* RESTRICT original,
        const float* RESTRICT mask,
        int channels,
        int64_t area) {
    each_in_planes(
            channels,
            area,
            [=](int channel, int64_t i) {
                const float kept = original[channel * area + i];
                return fused(mask[i], x[channel * area + i] - kept, kept);
            },
            [=](int channel, int64_t i, float value) { x[channel * area + i] = value; });
}
