package studio.pingvas.launcher;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of {@code ./studio}. */
@Command(
        name = "./studio",
        description = "Pingvas Studio on one machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            GenerateCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            WorkerCommand.class,
            CheckCommand.class,
            BenchCommand.class,
            TestCommand.class,
            HelpCommand.class
        })
public final class Studio {
    private Studio() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Studio())
                .setExecutionExceptionHandler(
                        (failure, command, result) -> explain(failure, command.getErr()));
    }

    /** What the user can act on is one line; anything else is a fault of ours and shows where. */
    private static int explain(Exception failure, PrintWriter out) throws Exception {
        if (failure instanceof PlatformException) {
            out.println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
