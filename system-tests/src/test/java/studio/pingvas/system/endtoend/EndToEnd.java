package studio.pingvas.system.endtoend;

import java.net.URI;
import studio.pingvas.launcher.Accounts.Account;
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
