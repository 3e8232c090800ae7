package studio.pingvas.system.architecture.offender.cuda.gallery;

import studio.pingvas.system.architecture.offender.cuda.library.jcuda.DevicePointer;

/** Device memory outside the worker's cuda package. */
public class JcudaOffender {
    DevicePointer pointer;
}
