package studio.pingvas.system.endtoend;

import java.net.URI;
import studio.pingvas.launcher.Accounts.Account;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.StudioClient;

/** Who takes part in the stories. */
final class EndToEnd {
    private EndToEnd() {}

    static URI url() {
        return RunningPlatform.platform().url();
    }

    static StudioClient client() {
        return new StudioClient(url());
    }

    static Person newcomer() {
        return Person.registeredAt(url());
    }

    /** Whoever buys or makes keys has proven the address; the proof itself is tested elsewhere. */
    static Person verifiedNewcomer() {
        Person person = newcomer();
        Database.column(
                "postgres",
                "UPDATE users.account SET email_verified = true WHERE email = ? RETURNING id",
                person.email());
        return person;
    }

    /** Tier studio. */
    static Person demo() {
        return person(RunningPlatform.platform().accounts().demo());
    }

    static Person admin() {
        return person(RunningPlatform.platform().accounts().admin());
    }

    private static Person person(Account account) {
        return Person.knownAt(url(), account.email(), account.password());
    }
}
