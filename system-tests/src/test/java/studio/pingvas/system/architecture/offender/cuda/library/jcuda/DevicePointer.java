package studio.pingvas.system.architecture.offender.cuda.library.jcuda;

/** Stands for the library, which this module does not need. */
public class DevicePointer {}
