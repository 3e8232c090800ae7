// All kernels as one module: one fatbin to load, one run of the compiler.
#include "elementwise.cu"
#include "guided_step.cu"
#include "lanczos.cu"
#include "noise.cu"
#include "pixels.cu"
#include "preview.cu"
#include "tiles.cu"
