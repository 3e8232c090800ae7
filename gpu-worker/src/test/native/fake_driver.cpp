// Stands for NVIDIA's driver (libcuda.so.1) where there is none: device memory is host memory, and
// a launch runs the kernels' own code for GPUs, thread by thread. What it is asked for is checked
// as the driver checks it; what it shall find or refuse comes from the environment:
//
//   FAKE_INIT=999           what cuInit returns
//   FAKE_DEVICES=0          no GPU
//   FAKE_CUDA=12040         version of the driver
//   FAKE_CAPABILITY=61      of the GPU
//   FAKE_MEMORY=1048576     bytes that it has
//   FAKE_LAUNCH_FAILS=3     the third launch and everything after it fail
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>

// What nvcc brings and g++ lacks.
struct Dimensions {
    int x, y, z;
};
static thread_local Dimensions gridDim, blockDim, blockIdx, threadIdx;
#define __CUDACC__
#define __global__
#define __device__
#define __forceinline__ inline
static float __fmaf_rn(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
static float __fsqrt_rn(float x) { return __builtin_sqrtf(x); }
#include "kernels.cu"
#undef __CUDACC__

enum Result {
    SUCCESS = 0,
    INVALID_VALUE = 1,
    OUT_OF_MEMORY = 2,
    NOT_INITIALIZED = 3,
    NO_DEVICE = 100,
    INVALID_DEVICE = 101,
    INVALID_IMAGE = 200,
    INVALID_CONTEXT = 201,
    NOT_FOUND = 500,
    ILLEGAL_ADDRESS = 700,
};

enum Attribute { MULTIPROCESSORS = 16, CAPABILITY_MAJOR = 75, CAPABILITY_MINOR = 76 };

static const int FENCE = 64;
static const int FENCE_BYTE = 0xA5;
static const int UNDEFINED_BYTE = 0xFF;
static const int STREAM = 0x57;

static bool initialized;
static bool lost;
static int launches;
static int retained;
static thread_local void* current;
static std::map<uintptr_t, size_t> memory;
static std::map<uintptr_t, size_t> page_locked;
static size_t used;

static long setting(const char* name, long otherwise) {
    const char* value = getenv(name);
    return value == nullptr ? otherwise : atol(value);
}

static size_t total() { return setting("FAKE_MEMORY", 1L << 30); }

static int ready() {
    if (!initialized) return NOT_INITIALIZED;
    if (current == nullptr) return INVALID_CONTEXT;
    return lost ? ILLEGAL_ADDRESS : SUCCESS;
}

// Whether so many bytes from there on belong to one allocation.
static bool holds(const std::map<uintptr_t, size_t>& all, const void* address, size_t bytes) {
    const uintptr_t begin = reinterpret_cast<uintptr_t>(address);
    auto after = all.upper_bound(begin);
    if (after == all.begin()) return false;
    auto found = std::prev(after);
    return begin + bytes <= found->first + found->second;
}

static void require_fence(const char* at) {
    for (int i = 0; i < FENCE; i++) {
        if (static_cast<uint8_t>(at[i]) != FENCE_BYTE) {
            fprintf(stderr, "a kernel wrote beside its memory\n");
            abort();
        }
    }
}

static void check_fences() {
    for (auto& [begin, bytes] : memory) {
        const char* start = reinterpret_cast<const char*>(begin);
        require_fence(start - FENCE);
        require_fence(start + bytes);
    }
}

// A pointer must be null or point into device memory; numbers are what they are.
template <typename T>
static bool is_parameter(T) {
    return true;
}
template <typename T>
static bool is_parameter(T* address) {
    return address == nullptr || holds(memory, address, 1);
}

using Kernel = std::function<int(void**)>;

// The types of a kernel's parameters say how to read them, as they say it to the driver.
template <typename... Types, size_t... Index>
static int run(void (*kernel)(Types...), void** parameters, std::index_sequence<Index...>) {
    std::tuple<std::remove_cv_t<Types>...> values;
    ((memcpy(&std::get<Index>(values), parameters[Index], sizeof(Types))), ...);
    if (!(is_parameter(std::get<Index>(values)) && ...)) return ILLEGAL_ADDRESS;
    for (blockIdx.y = 0; blockIdx.y < gridDim.y; blockIdx.y++)
        for (blockIdx.x = 0; blockIdx.x < gridDim.x; blockIdx.x++)
            for (threadIdx.y = 0; threadIdx.y < blockDim.y; threadIdx.y++)
                for (threadIdx.x = 0; threadIdx.x < blockDim.x; threadIdx.x++)
                    std::apply(kernel, values);
    check_fences();
    return SUCCESS;
}

template <typename... Types>
static Kernel kernel_of(void (*kernel)(Types...)) {
    return [=](void** parameters) {
        return run(kernel, parameters, std::index_sequence_for<Types...>{});
    };
}

static std::map<std::string, Kernel> kernels = {
        {"fill", kernel_of(fill)},
        {"repeat", kernel_of(repeat)},
        {"scale_and_shift", kernel_of(scale_and_shift)},
        {"combine", kernel_of(combine)},
        {"blend", kernel_of(blend)},
        {"guided_step", kernel_of(guided_step)},
        {"normal_noise", kernel_of(normal_noise)},
        {"project_latents", kernel_of(project_latents)},
        {"to_rgba", kernel_of(to_rgba)},
        {"from_bytes", kernel_of(from_bytes)},
        {"resample_rows", kernel_of(resample_rows)},
        {"resample_columns", kernel_of(resample_columns)},
        {"crop", kernel_of(crop)},
        {"paste", kernel_of(paste)},
};

static int copy(void* to, const void* from, size_t bytes, bool to_device) {
    if (int error = ready()) return error;
    if (!holds(memory, to_device ? to : from, bytes)) return INVALID_VALUE;
    memcpy(to, from, bytes);
    return SUCCESS;
}

extern "C" {

int cuInit(unsigned) {
    if (setting("FAKE_DEVICES", 1) == 0) return NO_DEVICE;
    const int result = setting("FAKE_INIT", SUCCESS);
    initialized = result == SUCCESS;
    return result;
}

int cuDriverGetVersion(int* version) {
    *version = setting("FAKE_CUDA", 13000);
    return SUCCESS;
}

int cuDeviceGetCount(int* count) {
    *count = setting("FAKE_DEVICES", 1);
    return initialized ? SUCCESS : NOT_INITIALIZED;
}

int cuDeviceGet(int* device, int ordinal) {
    if (!initialized) return NOT_INITIALIZED;
    *device = ordinal;
    return ordinal < setting("FAKE_DEVICES", 1) ? SUCCESS : INVALID_DEVICE;
}

int cuDeviceGetName(char* name, int length, int) {
    snprintf(name, length, "Fake GPU");
    return SUCCESS;
}

int cuDeviceGetAttribute(int* value, int attribute, int) {
    const int capability = setting("FAKE_CAPABILITY", 90);
    switch (attribute) {
        case MULTIPROCESSORS: *value = 3; return SUCCESS;
        case CAPABILITY_MAJOR: *value = capability / 10; return SUCCESS;
        case CAPABILITY_MINOR: *value = capability % 10; return SUCCESS;
    }
    return INVALID_VALUE;
}

int cuDeviceTotalMem_v2(size_t* bytes, int) {
    *bytes = total();
    return SUCCESS;
}

int cuDevicePrimaryCtxRetain(void** context, int) {
    if (!initialized) return NOT_INITIALIZED;
    retained++;
    *context = &retained;
    return SUCCESS;
}

int cuDevicePrimaryCtxRelease_v2(int) { return retained-- > 0 ? SUCCESS : INVALID_CONTEXT; }

int cuCtxSetCurrent(void* context) {
    current = context;
    return context == &retained || context == nullptr ? SUCCESS : INVALID_CONTEXT;
}

int cuModuleLoadData(void** module, const void* image) {
    static const unsigned char FATBIN[] = {0x50, 0xed, 0x55, 0xba};
    if (int error = ready()) return error;
    *module = &kernels;
    return memcmp(image, FATBIN, sizeof FATBIN) == 0 ? SUCCESS : INVALID_IMAGE;
}

int cuModuleUnload(void* module) { return module == &kernels ? ready() : INVALID_VALUE; }

int cuModuleGetFunction(void** function, void* module, const char* name) {
    if (int error = ready()) return error;
    auto found = kernels.find(name);
    if (module != &kernels || found == kernels.end()) return NOT_FOUND;
    *function = &found->second;
    return SUCCESS;
}

int cuMemAlloc_v2(void** address, size_t bytes) {
    if (int error = ready()) return error;
    if (bytes == 0) return INVALID_VALUE;
    if (bytes > total() - used) return OUT_OF_MEMORY;
    char* whole = static_cast<char*>(malloc(bytes + 2 * FENCE));
    memset(whole, FENCE_BYTE, bytes + 2 * FENCE);
    *address = memset(whole + FENCE, UNDEFINED_BYTE, bytes);
    memory[reinterpret_cast<uintptr_t>(*address)] = bytes;
    used += bytes;
    return SUCCESS;
}

int cuMemFree_v2(void* address) {
    if (int error = ready()) return error;
    auto found = memory.find(reinterpret_cast<uintptr_t>(address));
    if (found == memory.end()) return INVALID_VALUE;
    used -= found->second;
    memory.erase(found);
    free(static_cast<char*>(address) - FENCE);
    return SUCCESS;
}

int cuMemGetInfo_v2(size_t* free_bytes, size_t* total_bytes) {
    *free_bytes = total() - used;
    *total_bytes = total();
    return ready();
}

int cuMemAllocHost_v2(void** address, size_t bytes) {
    if (int error = ready()) return error;
    *address = malloc(bytes);
    page_locked[reinterpret_cast<uintptr_t>(*address)] = bytes;
    return SUCCESS;
}

int cuMemFreeHost(void* address) {
    if (int error = ready()) return error;
    if (page_locked.erase(reinterpret_cast<uintptr_t>(address)) == 0) return INVALID_VALUE;
    free(address);
    return SUCCESS;
}

// A copy that nobody waits for needs page-locked memory: on a GPU, other memory may be gone.
int cuMemcpyHtoDAsync_v2(void* to, const void* from, size_t bytes, void* stream) {
    if (!holds(page_locked, from, bytes)) return INVALID_VALUE;
    return stream == reinterpret_cast<void*>(STREAM) ? copy(to, from, bytes, true) : INVALID_VALUE;
}

int cuMemcpyDtoHAsync_v2(void* to, const void* from, size_t bytes, void* stream) {
    if (!holds(page_locked, to, bytes)) return INVALID_VALUE;
    return stream == reinterpret_cast<void*>(STREAM) ? copy(to, from, bytes, false) : INVALID_VALUE;
}

int cuMemcpyDtoDAsync_v2(void* to, const void* from, size_t bytes, void* stream) {
    if (!holds(memory, to, bytes)) return INVALID_VALUE;
    return stream == reinterpret_cast<void*>(STREAM) ? copy(to, from, bytes, false) : INVALID_VALUE;
}

int cuMemcpyHtoD_v2(void* to, const void* from, size_t bytes) { return copy(to, from, bytes, true); }

int cuMemcpyDtoH_v2(void* to, const void* from, size_t bytes) {
    return copy(to, from, bytes, false);
}

int cuStreamSynchronize(void* stream) {
    return stream == reinterpret_cast<void*>(STREAM) ? ready() : INVALID_VALUE;
}

int cuLaunchKernel(
        void* function,
        unsigned grid_x,
        unsigned grid_y,
        unsigned grid_z,
        unsigned block_x,
        unsigned block_y,
        unsigned block_z,
        unsigned,
        void* stream,
        void** parameters,
        void**) {
    if (int error = ready()) return error;
    const bool fits = grid_x > 0 && grid_y > 0 && grid_z == 1 && grid_y <= 65535
            && block_x > 0 && block_y > 0 && block_z == 1 && block_x * block_y <= 1024;
    if (!fits || stream != reinterpret_cast<void*>(STREAM)) return INVALID_VALUE;
    if (++launches == setting("FAKE_LAUNCH_FAILS", 0)) lost = true;
    if (lost) return ILLEGAL_ADDRESS;
    gridDim = {static_cast<int>(grid_x), static_cast<int>(grid_y), 1};
    blockDim = {static_cast<int>(block_x), static_cast<int>(block_y), 1};
    const int result = (*static_cast<Kernel*>(function))(parameters);
    lost = result != SUCCESS;
    return result;
}
}
