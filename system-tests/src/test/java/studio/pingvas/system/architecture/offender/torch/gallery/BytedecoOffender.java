package studio.pingvas.system.architecture.offender.torch.gallery;

import studio.pingvas.system.architecture.offender.torch.org.bytedeco.Pointer;

/** Native memory outside the worker's torch package. */
public class BytedecoOffender {
    Pointer pointer;
}
