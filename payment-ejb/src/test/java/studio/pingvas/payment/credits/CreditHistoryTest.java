package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditHistoryPage;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** The history tells what changed the balance, and what the balance was then. */
class CreditHistoryTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();

    @Test
    void grantsAndChargesAreShownNewestFirst() {
        UUID job = Uuid7.create();
        ledger.reserve(user, job, 700);
        ledger.grant(user, CreditBucket.PURCHASED, 500, "order:" + user, "Credit pack");
        ledger.settle(job, 600);

        List<Entry> entries = ledger.history(user, null, 10).items();

        assertThat(entries)
                .extracting(Entry::amount, Entry::type, Entry::jobId, Entry::balanceAfter)
                .containsExactly(
                        tuple(-600L, "generation_usage", job, 900L),
                        tuple(500L, "purchase", null, 1_500L),
                        tuple(1_000L, "subscription_grant", null, 1_000L));
        assertThat(entries.get(0).balanceAfter()).isEqualTo(ledger.balance(user).balance());
        assertThat(entries).extracting(entry -> entry.id().version()).containsOnly(7);
        assertThat(entries)
                .extracting(Entry::createdAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void holdsAndReleasesAreNotShown() {
        UUID job = Uuid7.create();
        ledger.reserve(user, job, 700);
        assertThat(ledger.history(user, null, 10).items()).hasSize(1);
        ledger.release(job);
        assertThat(ledger.history(user, null, 10).items()).hasSize(1);
    }

    @Test
    void pagesShowEveryEntryOnceWhileNewOnesArrive() {
        for (int i = 0; i < 24; i++) {
            charge();
        }
        List<Entry> seen = new ArrayList<>();
        String cursor = null;
        do {
            CreditHistoryPage page = ledger.history(user, cursor, 5);
            assertThat(page.items()).hasSize(5);
            seen.addAll(page.items());
            cursor = page.nextCursor();
            charge();
        } while (cursor != null);

        assertThat(seen).hasSize(25).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(seen.get(24).type()).isEqualTo("subscription_grant");
    }

    @Test
    void aHistoryIsTheUsersOwn() {
        charge();
        UUID stranger = Uuid7.create();
        assertThat(ledger.history(stranger, null, 10).items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "AAAA", "AAAAAAAAAAAAAAAA"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> ledger.history(user, cursor, 10))
                .isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void aLimitIsFromOneToAHundred(int limit) {
        assertThatThrownBy(() -> ledger.history(user, null, limit))
                .isInstanceOf(InvalidRequestException.class);
    }

    private void charge() {
        UUID job = Uuid7.create();
        ledger.reserve(user, job, 2);
        ledger.settle(job, 1);
    }
}
