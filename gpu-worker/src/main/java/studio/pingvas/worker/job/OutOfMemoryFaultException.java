package studio.pingvas.worker.job;

import studio.pingvas.worker.fault.PermanentFaultException;
import studio.pingvas.worker.tensor.DeviceMemoryException;

/** There is too little memory for the job, whatever way it is done. */
public class OutOfMemoryFaultException extends PermanentFaultException {
    OutOfMemoryFaultException(DeviceMemoryException cause) {
        super(
                "out-of-memory",
                "The worker has too little memory for this; choose a smaller size or model.",
                cause);
    }
}
