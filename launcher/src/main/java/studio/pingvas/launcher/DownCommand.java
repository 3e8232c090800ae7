package studio.pingvas.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        description = "End what up has started; the data stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Runnable {
    @Mixin private DataOption data;

    @Override
    public void run() {
        data.platform().stop();
        System.out.println("Down. The data stay in " + data.folder() + ".");
    }
}
