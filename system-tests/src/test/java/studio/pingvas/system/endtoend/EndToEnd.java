package studio.pingvas.system.endtoend;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import studio.pingvas.launcher.Accounts.Account;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.StudioClient;

/** Who takes part in the stories. */
public final class EndToEnd {
    private EndToEnd() {}

    public static URI url() {
        return RunningPlatform.platform().url();
    }

    public static StudioClient client() {
        return new StudioClient(url());
    }

    public static Person newcomer() {
        return Person.registeredAt(url());
    }

    /** Whoever buys or makes keys has proven the address; the proof itself is tested elsewhere. */
    public static Person verifiedNewcomer() {
        Person person = newcomer();
        Database.column(
                "postgres",
                "UPDATE users.account SET email_verified = true WHERE email = ? RETURNING id",
                person.email());
        return person;
    }

    /** Tier studio. */
    public static Person demo() {
        return person(RunningPlatform.platform().accounts().demo());
    }

    public static Person admin() {
        return person(RunningPlatform.platform().accounts().admin());
    }

    /** Without paying for it: what may be done follows, credits do not. */
    public static void giveTier(Person person, String tier) {
        Database.column(
                "payments",
                "INSERT INTO payments.subscription (id, user_id, tier, status, source, source_id)"
                        + " VALUES (?, ?, ?, 'active', 'test', ?) RETURNING id",
                UUID.randomUUID(),
                person.id(),
                tier,
                person.id().toString());
        // The server remembers the tier that the person had before.
        Eventually.get(
                Duration.ofSeconds(5),
                "tier " + tier,
                () -> person.get("users/me").json().get("tier").asText(),
                tier::equals);
    }

    /** Bought ones, as an administrator gives them. */
    public static void giveCredits(Person person, long amount) {
        String body =
                Person.object("bucket", "purchased")
                        .put("amount", amount)
                        .put("reason", "For a test")
                        .toString();
        admin().post(
                        "admin/credits/" + person.id() + "/adjustments",
                        body,
                        UUID.randomUUID().toString())
                .with(200);
    }

    private static Person person(Account account) {
        return Person.knownAt(url(), account.email(), account.password());
    }
}
