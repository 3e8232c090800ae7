package studio.pingvas.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.pingvas.launcher.client.StudioApi;

@Command(
        name = "check",
        description = "Prove that something is right: ledger.",
        mixinStandardHelpOptions = true)
final class CheckCommand {
    @Command(
            name = "ledger",
            description = "Every posting has its counterpart, and balances equal their postings.",
            mixinStandardHelpOptions = true)
    int ledger(@Mixin DataOption data) {
        Platform platform = data.platform();
        Accounts.Account admin = platform.accounts().admin();
        JsonNode report =
                new StudioApi(platform.url(), admin.email(), admin.password())
                        .get("/api/v1/admin/ledger/check");
        System.out.printf(
                "%d accounts, %d transfers checked.%n",
                report.path("accounts").asLong(), report.path("transfers").asLong());
        for (JsonNode problem : report.path("problems")) {
            System.out.println("Problem: " + problem.asText());
        }
        boolean right = report.path("problems").isEmpty();
        System.out.println(right ? "The ledger is right." : "The ledger is NOT right.");
        return right ? 0 : 1;
    }
}
