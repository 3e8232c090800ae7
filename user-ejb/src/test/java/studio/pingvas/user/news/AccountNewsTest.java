package studio.pingvas.user.news;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.gallery.message.StorageOverQuota;
import studio.pingvas.contracts.payment.SubscriptionView.Status;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.payment.message.PaymentFailed;
import studio.pingvas.contracts.payment.message.SubscriptionChanged;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.tokens.control.TokenFixture;

class AccountNewsTest {
    private static final String EMAIL = "ann@example.test";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    private final UUID ann = Uuid7.create();
    private final UUID event = Uuid7.create();

    @BeforeEach
    void openAccount() {
        UsersDatabase.empty();
        UsersDatabase.run(
                entities -> entities.persist(Account.open(ann, EMAIL, null, "Ann", NOON)));
    }

    @Test
    void newPlanIsWelcomedOnceHoweverOftenItIsTold() {
        hear(event, change(Tier.PRO, Tier.FREE, Status.ACTIVE, null, NOON));
        hear(event, change(Tier.PRO, Tier.FREE, Status.ACTIVE, null, NOON));

        assertThat(QueuedMails.to(EMAIL)).containsExactly(MailKind.WELCOME_TO_PLAN);
        assertThat(QueuedMails.value(EMAIL, "plan")).isEqualTo("Pro");
        assertThat(QueuedMails.value(EMAIL, "credits")).isEqualTo("40,000");
        assertThat(tier()).isEqualTo("pro");
    }

    @Test
    void endIsToldBeforeAndWhenItComes() {
        tell(change(Tier.PRO, Tier.PRO, Status.CANCELLING, END, NOON));
        assertThat(QueuedMails.value(EMAIL, "end")).isEqualTo("April 1, 2026");

        tell(change(Tier.FREE, Tier.PRO, Status.EXPIRED, END, END));
        assertThat(QueuedMails.to(EMAIL))
                .containsExactly(MailKind.SUBSCRIPTION_ENDING, MailKind.SUBSCRIPTION_ENDED);
        assertThat(QueuedMails.value(EMAIL, "plan")).isEqualTo("Pro");
        assertThat(tier()).isEqualTo("free");
    }

    @Test
    void resumedOrPausedSubscriptionIsWorthNoMail() {
        tell(change(Tier.PRO, Tier.PRO, Status.ACTIVE, null, NOON));
        tell(change(Tier.FREE, Tier.FREE, Status.PAUSED, null, NOON));

        assertThat(QueuedMails.to(EMAIL)).isEmpty();
    }

    @Test
    void messageThatWasOvertakenChangesNothing() {
        tell(change(Tier.STUDIO, Tier.PRO, Status.ACTIVE, null, NOON.plusSeconds(1)));
        tell(change(Tier.PRO, Tier.FREE, Status.ACTIVE, null, NOON));

        assertThat(tier()).isEqualTo("studio");
        assertThat(QueuedMails.to(EMAIL)).hasSize(1);
    }

    @Test
    void failedPaymentAndFullStorageAreToldInTheLanguageOfTheReader() {
        UsersDatabase.execute("UPDATE account SET language = 'ko'");
        on(news -> news.hear(event, new PaymentFailed(1, ann, END, NOON)));
        assertThat(QueuedMails.value(EMAIL, "grace_end")).isEqualTo("2026년 4월 1일");

        on(
                news ->
                        news.hear(
                                Uuid7.create(),
                                new StorageOverQuota(1, ann, 2_684_354_560L, 1L << 30, END)));
        assertThat(QueuedMails.value(EMAIL, "used")).isEqualTo("2.5 GiB");
        assertThat(QueuedMails.value(EMAIL, "quota")).isEqualTo("1 GiB");
    }

    @Test
    void nobodyIsWrittenToAboutAnAccountThatIsGone() {
        UsersDatabase.execute("DELETE FROM account");
        tell(change(Tier.PRO, Tier.FREE, Status.ACTIVE, null, NOON));
        on(news -> news.hear(event, new PaymentFailed(1, ann, END, NOON)));

        assertThat(UsersDatabase.query("SELECT count(*) FROM mail", Long.class)).isZero();
    }

    @Test
    void tokensHintAtTheTierAndProveNothingByIt() throws ParseException {
        tell(change(Tier.PRO, Tier.FREE, Status.ACTIVE, null, NOON));
        TokenFixture tokens = TokenFixture.node();
        UUID session = Uuid7.create();

        String token =
                tokens.issuer.issue(new Identity(ann, EMAIL, Set.of("user")).inSession(session));

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("tier"))
                .isEqualTo("pro");
        assertThat(tokens.verifier.verify(token).toString()).doesNotContain("pro");
    }

    private SubscriptionChanged change(
            Tier tier, Tier before, Status status, Instant endsAt, Instant at) {
        return new SubscriptionChanged(1, ann, tier, before, status, 40_000, 1L << 30, endsAt, at);
    }

    private static void tell(SubscriptionChanged change) {
        hear(Uuid7.create(), change);
    }

    private static void hear(UUID event, SubscriptionChanged change) {
        on(news -> news.hear(event, change));
    }

    private static void on(Consumer<AccountNews> call) {
        UsersDatabase.run(
                entities -> {
                    AccountNews news = new AccountNews();
                    news.entities = entities;
                    news.mails = QueuedMails.outbox(entities);
                    call.accept(news);
                });
    }

    private static String tier() {
        return UsersDatabase.query("SELECT tier FROM account", String.class);
    }
}
