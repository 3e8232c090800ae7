package studio.pingvas.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "worker",
        description = "Start, stop or kill one worker of a running platform.",
        mixinStandardHelpOptions = true)
final class WorkerCommand {
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
