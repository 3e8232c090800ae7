package studio.pingvas.system.architecture.offender.torch.org.bytedeco;

/** Stands for the library, which this module does not need. */
public class Pointer {}
