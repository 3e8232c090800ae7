// Resampling along one side at a time with Lanczos' kernel (Duchon 1979, "Lanczos filtering in one
// and two dimensions"). The host computes for each output position its first tap and the weights of
// all taps, normalised to sum one: first[position], weights[tap * to + position]. Weights of
// neighbouring positions are neighbours, so that a warp reads them together. Taps beyond an edge
// repeat it.
#include "portable.h"

DEVICE int inside(int position, int length) { return at_most(length - 1, at_least(0, position)); }

// rows x from -> rows x to
KERNEL resample_rows(
        const float* RESTRICT in,
        float* RESTRICT out,
        const int* RESTRICT first,
        const float* RESTRICT weights,
        int taps,
        int from,
        int to,
        int rows) {
    sum_in_rows(rows, to, taps, out, [=](int row, int x, int tap, float sum) {
        const float* line = in + int64_t(row) * from;
        return fused(weights[int64_t(tap) * to + x], line[inside(first[x] + tap, from)], sum);
    });
}

// planes x from x width -> planes x to x width
KERNEL resample_columns(
        const float* RESTRICT in,
        float* RESTRICT out,
        const int* RESTRICT first,
        const float* RESTRICT weights,
        int taps,
        int from,
        int to,
        int width,
        int planes) {
    sum_in_rows(planes * to, width, taps, out, [=](int row, int x, int tap, float sum) {
        const int y = row % to;
        const float* plane = in + int64_t(row / to) * from * width;
        const float* line = plane + int64_t(inside(first[y] + tap, from)) * width;
        return fused(weights[int64_t(tap) * to + y], line[x], sum);
    });
}
