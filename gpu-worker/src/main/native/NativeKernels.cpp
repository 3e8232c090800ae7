// The native methods of studio.pingvas.worker.kernels.NativeKernels: unpacks what Java passes and
// runs the kernels as plain loops. Java has checked shapes and sizes; nothing here can fail.
#include <jni.h>

#include "kernels.cu"

#define NATIVE(method)           \
    extern "C" JNIEXPORT void JNICALL \
            Java_studio_pingvas_worker_kernels_NativeKernels_##method

namespace {

// A direct buffer's memory; null for null.
float* floats(JNIEnv* env, jobject buffer) {
    return buffer == nullptr ? nullptr : static_cast<float*>(env->GetDirectBufferAddress(buffer));
}

// The numbers of a Java array, in place. As long as one of these lives, no other JNI function may
// be called.
template <typename Number>
class Pinned {
  public:
    Pinned(JNIEnv* env, jarray array)
        : env(env),
          array(array),
          numbers(static_cast<Number*>(env->GetPrimitiveArrayCritical(array, nullptr))) {}

    ~Pinned() { env->ReleasePrimitiveArrayCritical(array, numbers, 0); }

    Pinned(const Pinned&) = delete;
    Pinned& operator=(const Pinned&) = delete;

    operator Number*() const { return numbers; }

  private:
    JNIEnv* env;
    jarray array;
    Number* numbers;
};

}  // namespace

NATIVE(normalNoise)(JNIEnv* env, jclass, jobject out, jlong seed, jint offset, jlong count) {
    normal_noise(floats(env, out), uint32_t(seed), uint32_t(uint64_t(seed) >> 32), offset, count);
}

NATIVE(repeat)
(JNIEnv* env, jclass, jobject in, jobject out, jfloat scale, jint rows, jlong count) {
    repeat(floats(env, in), floats(env, out), scale, rows, count);
}

NATIVE(fill)(JNIEnv* env, jclass, jobject out, jfloat value, jlong count) {
    fill(floats(env, out), value, count);
}

NATIVE(scaleAndShift)
(JNIEnv* env, jclass, jobject x, jfloat scale, jfloat shift, jlong count) {
    scale_and_shift(floats(env, x), scale, shift, count);
}

NATIVE(combine)
(JNIEnv* env, jclass, jobject out, jobjectArray terms, jfloatArray weights, jlong count) {
    const int used = env->GetArrayLength(terms);
    const float* at[5] = {};
    float weight[5] = {};
    env->GetFloatArrayRegion(weights, 0, used, weight);
    for (int term = 0; term < used; term++) {
        at[term] = floats(env, env->GetObjectArrayElement(terms, term));
    }
    combine(
            floats(env, out),
            at[0],
            at[1],
            at[2],
            at[3],
            at[4],
            weight[0],
            weight[1],
            weight[2],
            weight[3],
            weight[4],
            used,
            count);
}

NATIVE(guidedStep)
(JNIEnv* env,
 jclass,
 jobject x,
 jobject prediction,
 jobject history,
 jobject noise,
 jfloat guidance,
 jfloat latents,
 jfloat of_prediction,
 jfloat of_history,
 jfloat of_noise,
 jfloat clean_latents,
 jfloat clean_prediction,
 jint rows,
 jlong count) {
    guided_step(
            floats(env, x),
            floats(env, prediction),
            floats(env, history),
            floats(env, noise),
            guidance,
            latents,
            of_prediction,
            of_history,
            of_noise,
            clean_latents,
            clean_prediction,
            rows,
            count);
}

NATIVE(blend)
(JNIEnv* env, jclass, jobject x, jobject original, jobject mask, jint channels, jlong area) {
    blend(floats(env, x), floats(env, original), floats(env, mask), channels, area);
}

NATIVE(projectLatents)
(JNIEnv* env,
 jclass,
 jobject latents,
 jfloatArray weights,
 jfloat red,
 jfloat green,
 jfloat blue,
 jobject out,
 jint channels,
 jlong area) {
    const float* from = floats(env, latents);
    float* to = floats(env, out);
    project_latents(
            from, Pinned<float>(env, weights), red, green, blue, to, channels, area);
}

NATIVE(resampleRows)
(JNIEnv* env,
 jclass,
 jobject in,
 jfloatArray out,
 jintArray first,
 jfloatArray weights,
 jint taps,
 jint from,
 jint to,
 jint rows) {
    const float* source = floats(env, in);
    resample_rows(
            source,
            Pinned<float>(env, out),
            Pinned<int>(env, first),
            Pinned<float>(env, weights),
            taps,
            from,
            to,
            rows);
}

NATIVE(resampleColumns)
(JNIEnv* env,
 jclass,
 jfloatArray in,
 jobject out,
 jintArray first,
 jfloatArray weights,
 jint taps,
 jint from,
 jint to,
 jint width,
 jint planes) {
    float* target = floats(env, out);
    resample_columns(
            Pinned<float>(env, in),
            target,
            Pinned<int>(env, first),
            Pinned<float>(env, weights),
            taps,
            from,
            to,
            width,
            planes);
}

NATIVE(crop)
(JNIEnv* env,
 jclass,
 jobject picture,
 jobject tile,
 jint picture_height,
 jint picture_width,
 jint tile_height,
 jint tile_width,
 jint top,
 jint left,
 jint channels) {
    crop(floats(env, picture),
         floats(env, tile),
         picture_height,
         picture_width,
         tile_height,
         tile_width,
         top,
         left,
         channels);
}

NATIVE(paste)
(JNIEnv* env,
 jclass,
 jobject tile,
 jobject picture,
 jint picture_height,
 jint picture_width,
 jint tile_height,
 jint tile_width,
 jint top,
 jint left,
 jint fade_rows,
 jint fade_columns,
 jint channels) {
    paste(floats(env, tile),
          floats(env, picture),
          picture_height,
          picture_width,
          tile_height,
          tile_width,
          top,
          left,
          fade_rows,
          fade_columns,
          channels);
}

NATIVE(toRgba)(JNIEnv* env, jclass, jobject image, jbyteArray rgba, jlong area) {
    const float* from = floats(env, image);
    to_rgba(from, Pinned<uint32_t>(env, rgba), area);
}

NATIVE(fromBytes)
(JNIEnv* env,
 jclass,
 jbyteArray pixels,
 jint bytes_per_pixel,
 jfloat scale,
 jfloat shift,
 jobject out,
 jint channels,
 jlong area) {
    float* to = floats(env, out);
    from_bytes(Pinned<uint8_t>(env, pixels), bytes_per_pixel, scale, shift, to, channels, area);
}
