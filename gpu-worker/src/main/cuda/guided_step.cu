// Classifier-free guidance (Ho & Salimans 2022) and one step of any scheduler in one pass over
// memory. For latents x, prediction c with the prompt and u without, history h and noise n:
//
//   g     = u + guidance * (c - u)      (of one row: g = c)
//   clean = clean_latents * x + clean_prediction * g
//   x     = latents * x + prediction * g + history * h + noise * n
//   h     = clean
//
// Bound by memory: 4 bytes for each number read or written, and each at most once.
#include "portable.h"

struct StepWeights {
    float guidance;
    float latents;
    float prediction;
    float history;
    float noise;
    float clean_latents;
    float clean_prediction;
};

struct StepValue {
    float latents;
    float clean;
};

enum class History { NONE, WRITTEN, READ_AND_WRITTEN };

// What a step needs is decided once, not for each number: no branch stands between the reads.
template <bool TWO_ROWS, History HISTORY, bool NOISE>
DEVICE void step(
        float* RESTRICT x,
        const float* RESTRICT prediction,
        float* RESTRICT history,
        const float* RESTRICT noise,
        StepWeights weights,
        int64_t count) {
    each(
            count,
            [=](int64_t i) {
                float guided = prediction[i];
                if (TWO_ROWS) {
                    const float without = prediction[count + i];
                    guided = fused(weights.guidance, guided - without, without);
                }
                const float before = x[i];
                float sum = fused(weights.prediction, guided, weights.latents * before);
                if (HISTORY == History::READ_AND_WRITTEN) {
                    sum = fused(weights.history, history[i], sum);
                }
                if (NOISE) {
                    sum = fused(weights.noise, noise[i], sum);
                }
                const float estimate = weights.clean_latents * before;
                return StepValue{sum, fused(weights.clean_prediction, guided, estimate)};
            },
            [=](int64_t i, StepValue value) {
                x[i] = value.latents;
                if (HISTORY != History::NONE) {
                    history[i] = value.clean;
                }
            });
}

template <bool TWO_ROWS, History HISTORY>
DEVICE void step(
        float* x,
        const float* prediction,
        float* history,
        const float* noise,
        StepWeights weights,
        int64_t count) {
    if (noise == nullptr) {
        step<TWO_ROWS, HISTORY, false>(x, prediction, history, noise, weights, count);
    } else {
        step<TWO_ROWS, HISTORY, true>(x, prediction, history, noise, weights, count);
    }
}

template <bool TWO_ROWS>
DEVICE void step(
        float* x,
        const float* prediction,
        float* history,
        const float* noise,
        StepWeights weights,
        int64_t count) {
    if (history == nullptr) {
        step<TWO_ROWS, History::NONE>(x, prediction, history, noise, weights, count);
    } else if (weights.history == 0) {
        step<TWO_ROWS, History::WRITTEN>(x, prediction, history, noise, weights, count);
    } else {
        step<TWO_ROWS, History::READ_AND_WRITTEN>(x, prediction, history, noise, weights, count);
    }
}

// history and noise may be null. A history of weight 0 is written, but not read.
KERNEL guided_step(
        float* x,
        const float* prediction,
        float* history,
        const float* noise,
        float guidance,
        float weight_of_latents,
        float weight_of_prediction,
        float weight_of_history,
        float weight_of_noise,
        float clean_of_latents,
        float clean_of_prediction,
        int rows,
        int64_t count) {
    const StepWeights weights = {
            guidance,
            weight_of_latents,
            weight_of_prediction,
            weight_of_history,
            weight_of_noise,
            clean_of_latents,
            clean_of_prediction};
    if (rows == 2) {
        step<true>(x, prediction, history, noise, weights, count);
    } else {
        step<false>(x, prediction, history, noise, weights, count);
    }
}
