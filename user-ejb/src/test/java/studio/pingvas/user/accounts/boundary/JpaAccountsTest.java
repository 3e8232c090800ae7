package studio.pingvas.user.accounts.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.EmailTakenException;
import studio.pingvas.contracts.user.ProfileChange;
import studio.pingvas.contracts.user.Registration;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.control.ProvidedAccount;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.limits.LimitFixture;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.sessions.SessionFixture;
import studio.pingvas.user.verification.VerificationFixture;

class JpaAccountsTest {
    private static final PasswordHashing PASSWORDS = new PasswordHashing();

    @BeforeEach
    void emptyDatabase() {
        UsersDatabase.empty();
    }

    @Test
    void registeredAccountCanBeRead() {
        AccountView opened = register("Ann@Example.test");
        assertThat(opened.email()).isEqualTo("ann@example.test");
        assertThat(opened.displayName()).isEqualTo("Ann");
        assertThat(opened.emailVerified()).isFalse();
        assertThat(opened.createdAt()).isNotNull();
        assertThat(opened.lastLoginAt()).isNull();
        assertThat(get(opened.id())).isEqualTo(opened);
    }

    @Test
    void addressIsTakenInWhateverCaseItIsWritten() {
        register("ann@example.test");
        assertThatThrownBy(() -> register("ANN@example.test"))
                .isInstanceOf(EmailTakenException.class);
    }

    @Test
    void manyAtOnceOpenOneAccount() throws Exception {
        List<Boolean> opened = atOnce(8, () -> isOpened("ann@example.test"));
        assertThat(opened).containsOnlyOnce(true).contains(false);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusedRegistrationLeavesNothing() {
        assertThatThrownBy(() -> register("nobody")).isInstanceOf(InvalidRequestException.class);
        assertThat(count()).isZero();
    }

    @Test
    void unknownAccountIsNotFound() {
        assertThatThrownBy(() -> get(Uuid7.create())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void emptyInstallationGetsItsAccountsOnce() throws Exception {
        UUID id = Uuid7.create();
        ProvidedAccount admin =
                new ProvidedAccount(
                        id,
                        "admin@studio.local",
                        "a long password",
                        "Admin",
                        Set.of("admin", "user"));
        atOnce(4, () -> provide(admin));
        provide(admin);
        assertThat(count()).isEqualTo(1);
        assertThat(get(id).emailVerified()).isTrue();
        assertThat(UsersDatabase.query("SELECT roles FROM account", String.class))
                .isEqualTo("admin,user");
    }

    @Test
    void installationWithPeopleGetsNoMoreAccounts() {
        register("ann@example.test");
        provide(
                new ProvidedAccount(
                        Uuid7.create(), "a@b.test", "a long password", "A", Set.of("user")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void newAccountIsAskedToVerifyItsAddress() {
        AccountView ann = register("Ann@example.test");
        assertThat(ann.emailVerified()).isFalse();
        assertThat(QueuedMails.to("ann@example.test")).containsExactly(MailKind.VERIFY_EMAIL);
        assertThatThrownBy(() -> on(accounts -> accounts.verifiedEmail(ann.id())))
                .isInstanceOf(EmailNotVerifiedException.class);
        UsersDatabase.execute("UPDATE account SET email_verified = true");
        String verified = on(accounts -> accounts.verifiedEmail(ann.id()));
        assertThat(verified).isEqualTo("ann@example.test");
    }

    @Test
    void refusedRegistrationSendsNoMail() {
        register("ann@example.test");
        assertThatThrownBy(() -> register("ann@example.test"))
                .isInstanceOf(EmailTakenException.class);
        assertThat(QueuedMails.to("ann@example.test")).hasSize(1);
    }

    @Test
    void ownerChangesWhatIsSentAndNothingElse() {
        UUID ann = register("ann@example.test").id();
        AccountView changed =
                on(accounts -> accounts.change(ann, new ProfileChange(null, null, "ko")));
        assertThat(changed.language()).isEqualTo("ko");
        assertThat(changed.displayName()).isEqualTo("Ann");
        String picture = "https://a.test/ann.png";
        on(accounts -> accounts.change(ann, new ProfileChange("Anna", picture, null)));
        assertThat(get(ann))
                .extracting(AccountView::displayName, AccountView::avatarUrl, AccountView::language)
                .containsExactly("Anna", picture, "ko");
        on(accounts -> accounts.change(ann, new ProfileChange(null, "", null)));
        assertThat(get(ann).avatarUrl()).isNull();
        assertThatThrownBy(
                        () ->
                                on(
                                        accounts ->
                                                accounts.change(
                                                        Uuid7.create(),
                                                        new ProfileChange("A", null, null))))
                .isInstanceOf(NotFoundException.class);
    }

    private static <T> T on(Function<JpaAccounts, T> work) {
        return UsersDatabase.inTransaction(
                entities -> {
                    JpaAccounts accounts = new JpaAccounts();
                    accounts.entities = entities;
                    return work.apply(accounts);
                });
    }

    private static boolean isOpened(String email) {
        try {
            register(email);
            return true;
        } catch (EmailTakenException e) {
            return false;
        }
    }

    private static AccountView register(String email) {
        return UsersDatabase.inTransaction(
                entities -> {
                    JpaAccounts accounts = new JpaAccounts();
                    accounts.entities = entities;
                    accounts.passwords = PASSWORDS;
                    accounts.limits = LimitFixture.addresses(60);
                    accounts.verification = VerificationFixture.mail(entities);
                    accounts.audit = AuditFixture.log(entities);
                    return accounts.register(
                            new Registration(email, "long enough", "Ann"), SessionFixture.DEVICE);
                });
    }

    private static AccountView get(UUID id) {
        return on(accounts -> accounts.get(id));
    }

    private static Void provide(ProvidedAccount account) {
        UsersDatabase.run(
                entities -> {
                    AccountProvision provision = new AccountProvision();
                    provision.entities = entities;
                    provision.passwords = PASSWORDS;
                    provision.provide(List.of(account));
                });
        return null;
    }

    private static long count() {
        return UsersDatabase.query("SELECT count(*) FROM account", Long.class);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running =
                    threads.invokeAll(IntStream.range(0, times).mapToObj(i -> work).toList());
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
