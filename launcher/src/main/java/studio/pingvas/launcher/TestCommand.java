package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Run all tests and show how many of each kind ran.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", hidden = true, description = "More for Maven.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Checkout.find().root();
        List<String> command = new ArrayList<>(List.of(root.resolve("mvnw").toString(), "verify"));
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
