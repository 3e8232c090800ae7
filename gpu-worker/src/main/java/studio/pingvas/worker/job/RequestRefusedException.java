package studio.pingvas.worker.job;

import studio.pingvas.worker.fault.PermanentFaultException;

/** The request asks for what this worker or its model cannot do. */
public class RequestRefusedException extends PermanentFaultException {
    RequestRefusedException(String code, String message) {
        super(code, message);
    }
}
