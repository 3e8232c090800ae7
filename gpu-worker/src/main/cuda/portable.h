// What makes one source a CUDA kernel (nvcc) and a plain loop (g++).
//
// Both must give the bits of the plain-Java twin. So arithmetic is +, -, *, / and square roots of
// 32-bit floats, each rounded once, and fused multiply-adds where they are written out; the
// compilers may not fuse or reorder on their own (--fmad=false, -ffp-contract=off).
#pragma once

#include <cstdint>
#include <cstring>

#ifdef __CUDACC__
#define KERNEL extern "C" __global__ void
#define DEVICE __device__ __forceinline__
#define NOT_UNROLLED _Pragma("unroll 1")
#else
#define KERNEL extern "C" void
#define DEVICE static inline __attribute__((always_inline))
#define NOT_UNROLLED
#endif

#define RESTRICT __restrict__

// a * b + c, rounded once.
DEVICE float fused(float a, float b, float c) {
#ifdef __CUDACC__
    return __fmaf_rn(a, b, c);
#else
    return __builtin_fmaf(a, b, c);
#endif
}

DEVICE float square_root(float x) {
#ifdef __CUDACC__
    return __fsqrt_rn(x);
#else
    return __builtin_sqrtf(x);
#endif
}

DEVICE uint32_t bits_of(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

DEVICE float float_of_bits(uint32_t bits) {
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

DEVICE int at_least(int least, int x) { return x < least ? least : x; }

DEVICE int at_most(int most, int x) { return x > most ? most : x; }

// The loops below take two functions: value(i) reads and computes, store(i, value) writes. On a GPU
// a thread calls value for several elements before it stores the first, so that their reads are
// under way together, which fills the memory bus even for one stream of 4-byte numbers; neighbours
// in a warp are neighbours in memory. An element may overwrite what it read itself, nothing else.
// Every launch is right, whatever its grid: each thread strides through what is left.

#ifdef __CUDACC__

constexpr int AT_ONCE = 4;

template <typename Value, typename Store>
DEVICE void each(int64_t count, Value value, Store store) {
    const int64_t stride = int64_t(gridDim.x) * blockDim.x;
    int64_t i = int64_t(blockIdx.x) * blockDim.x + threadIdx.x;
    NOT_UNROLLED
    for (; i + (AT_ONCE - 1) * stride < count; i += AT_ONCE * stride) {
        decltype(value(i)) values[AT_ONCE];
#pragma unroll
        for (int k = 0; k < AT_ONCE; k++) {
            values[k] = value(i + k * stride);
        }
#pragma unroll
        for (int k = 0; k < AT_ONCE; k++) {
            store(i + k * stride, values[k]);
        }
    }
    NOT_UNROLLED
    for (; i < count; i += stride) {
        store(i, value(i));
    }
}

// A thread keeps its position and goes through the planes: what is the same in all of them is read
// once.
template <typename Value, typename Store>
DEVICE void each_in_planes(int planes, int64_t area, Value value, Store store) {
    const int64_t stride = int64_t(gridDim.x) * blockDim.x;
    NOT_UNROLLED
    for (int64_t i = int64_t(blockIdx.x) * blockDim.x + threadIdx.x; i < area; i += stride) {
#pragma unroll 4
        for (int plane = 0; plane < planes; plane++) {
            store(plane, i, value(plane, i));
        }
    }
}

// Needs a grid of two dimensions: x for columns, y for rows.
template <typename Value, typename Store>
DEVICE void each_in_rows(int rows, int columns, Value value, Store store) {
    const int down = gridDim.y * blockDim.y;
    const int right = gridDim.x * blockDim.x;
    NOT_UNROLLED
    for (int64_t row = blockIdx.y * blockDim.y + threadIdx.y; row < rows; row += down) {
        NOT_UNROLLED
        for (int64_t column = blockIdx.x * blockDim.x + threadIdx.x; column < columns;
             column += right) {
            store(int(row), int(column), value(int(row), int(column)));
        }
    }
}

#else

template <typename Value, typename Store>
DEVICE void each(int64_t count, Value value, Store store) {
#pragma GCC ivdep
    for (int64_t i = 0; i < count; i++) {
        store(i, value(i));
    }
}

template <typename Value, typename Store>
DEVICE void each_in_planes(int planes, int64_t area, Value value, Store store) {
    for (int plane = 0; plane < planes; plane++) {
#pragma GCC ivdep
        for (int64_t i = 0; i < area; i++) {
            store(plane, i, value(plane, i));
        }
    }
}

template <typename Value, typename Store>
DEVICE void each_in_rows(int rows, int columns, Value value, Store store) {
    for (int row = 0; row < rows; row++) {
#pragma GCC ivdep
        for (int column = 0; column < columns; column++) {
            store(row, column, value(row, column));
        }
    }
}

#endif
