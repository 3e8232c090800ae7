package studio.pingvas.worker.cuda;

import java.nio.file.Path;
import studio.pingvas.worker.life.CudaProbe;

/** Prints twice what a probe finds: the second answer must not suffer from the first. */
final class ProbeRun {
    private ProbeRun() {}

    public static void main(String[] arguments) {
        CudaProbe probe = new DriverProbe(Path.of(arguments[0]));
        System.out.println(probe.look());
        System.out.println(probe.look());
    }
}
