package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** What the tables refuse, even from whoever owns them. */
class LedgerGuardsTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();

    @BeforeEach
    void aUserWithAHold() {
        ledger.reserve(user, Uuid7.create(), 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "credit_account | plan = -1                               | natural_credits",
                "credit_account | purchased = -1                          | natural_credits",
                "credit_account | held = -1                               | natural_credits",
                "credit_account | debt = -1                               | natural_credits",
                "credit_account | transfers = -1                          | natural_number",
                "credit_account | period = -1                             | natural_number",
                "transfer       | number = 0                              | positive_number",
                "transfer       | key = ''                                | transfer_key",
                "transfer       | key = repeat('x', 201)                  | transfer_key",
                "transfer       | source = 'revenue'                      | source_account",
                "transfer       | target = 'elsewhere'                    | target_account",
                "transfer       | amount = 0                              | positive_credits",
                "transfer       | balance_after = -1                      | natural_credits",
                "transfer       | type = ''                               | transfer_type",
                "transfer       | type = repeat('x', 41)                  | transfer_type",
                "transfer       | description = repeat('x', 501)          | transfer_description",
                "transfer       | target = source                         | no credits go",
                "transfer       | source = 'granted', target = 'held'     | no credits go",
                "transfer       | source = 'debt', target = 'plan'        | no credits go",
                "transfer       | source = 'held', target = 'debt'        | no credits go",
                "hold           | plan = -1                               | natural_credits",
                "hold           | purchased = -1                          | natural_credits",
                "hold           | charged = -1                            | natural_credits",
                "hold           | state = 'LOST'                          | hold_state",
                "hold           | plan = 0, purchased = 0                 | hold_is_sound",
                "hold           | state = 'SETTLED', ended_at = now(), charged = plan + 1"
                        + " | hold_is_sound",
                "hold           | state = 'RELEASED', ended_at = now(), charged = 1 |"
                        + " hold_is_sound",
                "hold           | state = 'SETTLED'                       | hold_is_sound",
                "hold           | ended_at = now()                        | hold_is_sound",
            })
    void aWrongValueIsRefused(String table, String change, String guard) {
        String update =
                "update payments.%s set %s where user_id = '%s'".formatted(table, change, user);
        assertThatThrownBy(() -> DATABASE.execute(update)).hasStackTraceContaining(guard);
    }
}
