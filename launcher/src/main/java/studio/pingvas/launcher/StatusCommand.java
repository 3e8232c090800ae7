package studio.pingvas.launcher;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Show the parts; the exit code is 0 when all of them are up.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1L << 20;
    private static final int DOWN = 3;

    @Mixin private DataOption data;

    @Override
    public Integer call() {
        Platform platform = data.platform();
        Map<String, ProcessIdentity> processes = platform.state().processes();
        long total = 0;
        for (Map.Entry<String, ProcessIdentity> part : processes.entrySet()) {
            ProcessIdentity process = part.getValue();
            long resident = process.residentBytes() / MEBIBYTE;
            total += process.isAlive() ? resident : 0;
            System.out.printf(
                    "%-12s %-6s pid %-8d %s%n",
                    part.getKey(),
                    process.isAlive() ? "up" : "ended",
                    process.pid(),
                    process.isAlive() ? resident + " MiB" : "");
        }
        boolean running = platform.isRunning();
        if (running) {
            System.out.println("Up: " + platform.url() + ", " + total + " MiB in all.");
        } else {
            System.out.println(processes.isEmpty() ? "Down." : "Not all is up.");
        }
        return running ? 0 : DOWN;
    }
}
