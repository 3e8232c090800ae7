package studio.pingvas.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "worker",
        description = "Start, stop or kill one worker of a running platform, or test the machine.",
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
    @Option(
            names = "--selftest",
            description = "Make known pictures with the demonstration model and compare them.")
    private boolean selfTest;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (!selfTest) {
            throw new ParameterException(spec.commandLine(), "Say what shall be done.");
        }
        return WorkerPart.selfTest(Checkout.find());
    }

    @Command(description = "Start worker N.", mixinStandardHelpOptions = true)
    void start(@Mixin DataOption data, @Parameters(paramLabel = "N") int number) {
        data.platform().startWorker(number);
    }

    @Command(description = "End worker N.", mixinStandardHelpOptions = true)
    void stop(@Mixin DataOption data, @Parameters(paramLabel = "N") int number) {
        data.platform().stopWorker(number);
    }

    @Command(
            description = "Kill worker N in the middle of its work.",
            mixinStandardHelpOptions = true)
    void kill(@Mixin DataOption data, @Parameters(paramLabel = "N") int number) {
        data.platform().killWorker(number);
    }
}
