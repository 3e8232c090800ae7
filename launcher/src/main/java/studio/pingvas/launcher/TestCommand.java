package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Run all tests and show how many of each kind ran.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    /**
     * At a time: the tests of the worker wait for other processes while those of others compute.
     */
    private static final String MODULES = "2";

    @Parameters(arity = "0..*", hidden = true, description = "More for Maven.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return run(arguments);
    }

    @Command(
            name = "chaos",
            description =
                    "Let people ask and cancel while workers, broker and server die, in as many"
                            + " random ways as wanted.",
            mixinStandardHelpOptions = true)
    int chaos(
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How many ways (${DEFAULT-VALUE}).")
                    int seeds,
            @Option(
                            names = "--first",
                            paramLabel = "SEED",
                            defaultValue = "1",
                            description = "The first of them (${DEFAULT-VALUE}).")
                    long first)
            throws IOException, InterruptedException {
        return run(
                List.of(
                        "-Dtest=ArchitectureTest",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dit.test=ChaosIT",
                        "-Dfailsafe.failIfNoSpecifiedTests=false",
                        "-Dchaos.seeds=" + seeds,
                        "-Dchaos.first=" + first));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        Path root = Checkout.find().root();
        List<String> command =
                new ArrayList<>(List.of(root.resolve("mvnw").toString(), "-T", MODULES, "verify"));
        command.addAll(arguments);
        long begin = System.currentTimeMillis();
        // Maven may write this program's jar anew; what is needed after it is loaded before.
        TestReports.since(begin, root).lines();
        int exit =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor();
        TestReports.since(begin, root).lines().forEach(System.out::println);
        return exit;
    }
}
