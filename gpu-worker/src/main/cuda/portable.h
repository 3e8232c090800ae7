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
// neighbours in a warp are neighbours in memory, and where elements are many, a thread calls value
// for several before it stores the first: their reads are under way together, which fills the
// memory bus even for one stream of 4-byte numbers. An element may overwrite what it read itself,
// nothing else. Every launch is right, whatever its grid: each thread strides through what is left.

#ifdef __CUDACC__

constexpr int AT_ONCE = 4;

// Reads all before it stores the first.
template <typename Value, typename Store>
DEVICE void several(Value value, Store store) {
    decltype(value(0)) values[AT_ONCE];
#pragma unroll
    for (int k = 0; k < AT_ONCE; k++) {
        values[k] = value(k);
    }
#pragma unroll
    for (int k = 0; k < AT_ONCE; k++) {
        store(k, values[k]);
    }
}

template <typename Value, typename Store>
DEVICE void each(int64_t count, Value value, Store store) {
    const int64_t stride = int64_t(gridDim.x) * blockDim.x;
    int64_t i = int64_t(blockIdx.x) * blockDim.x + threadIdx.x;
    NOT_UNROLLED
    for (; i + (AT_ONCE - 1) * stride < count; i += AT_ONCE * stride) {
        several([=](int k) { return value(i + k * stride); },
                [=](int k, auto computed) { store(i + k * stride, computed); });
    }
    NOT_UNROLLED
    for (; i < count; i += stride) {
        store(i, value(i));
    }
}

// A thread keeps its positions and goes through the planes: what is the same in all of them is read
// once.
template <typename Value, typename Store>
DEVICE void each_in_planes(int planes, int64_t area, Value value, Store store) {
    const int64_t stride = int64_t(gridDim.x) * blockDim.x;
    int64_t i = int64_t(blockIdx.x) * blockDim.x + threadIdx.x;
    NOT_UNROLLED
    for (; i + (AT_ONCE - 1) * stride < area; i += AT_ONCE * stride) {
        NOT_UNROLLED
        for (int plane = 0; plane < planes; plane++) {
            several([=](int k) { return value(plane, i + k * stride); },
                    [=](int k, auto computed) { store(plane, i + k * stride, computed); });
        }
    }
    NOT_UNROLLED
    for (; i < area; i += stride) {
        NOT_UNROLLED
        for (int plane = 0; plane < planes; plane++) {
            store(plane, i, value(plane, i));
        }
    }
}

// Needs a grid of two dimensions: x for columns, y for rows.
template <typename Value, typename Store>
DEVICE void each_in_rows(int rows, int columns, Value value, Store store) {
    const int64_t down = int64_t(gridDim.y) * blockDim.y;
    const int64_t right = int64_t(gridDim.x) * blockDim.x;
    const int64_t begin = int64_t(blockIdx.x) * blockDim.x + threadIdx.x;
    NOT_UNROLLED
    for (int64_t row = int64_t(blockIdx.y) * blockDim.y + threadIdx.y; row < rows; row += down) {
        NOT_UNROLLED
        for (int64_t column = begin; column < columns; column += right) {
            store(int(row), int(column), value(int(row), int(column)));
        }
    }
}

// out[row][column] = the sum that add makes of its terms, in their order, from 0 on.
template <typename Add>
DEVICE void sum_in_rows(int rows, int columns, int terms, float* RESTRICT out, Add add) {
    each_in_rows(
            rows,
            columns,
            [=](int row, int column) {
                float sum = 0;
#pragma unroll 4
                for (int term = 0; term < terms; term++) {
                    sum = add(row, column, term, sum);
                }
                return sum;
            },
            [=](int row, int column, float sum) { out[int64_t(row) * columns + column] = sum; });
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

// A term at a time for a whole row: what is the same for the row stays in a register, and
// neighbours are computed together.
template <typename Add>
DEVICE void sum_in_rows(int rows, int columns, int terms, float* RESTRICT out, Add add) {
    for (int row = 0; row < rows; row++) {
        float* RESTRICT sums = out + int64_t(row) * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] = 0;
        }
        for (int term = 0; term < terms; term++) {
#pragma GCC ivdep
            for (int column = 0; column < columns; column++) {
                sums[column] = add(row, column, term, sums[column]);
            }
        }
    }
}

#endif
