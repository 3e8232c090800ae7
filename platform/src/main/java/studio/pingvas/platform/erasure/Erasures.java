package studio.pingvas.platform.erasure;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Orders to erase what a module keeps of a user, in table {@code erasure} of its schema. An order
 * is carried out in steps that may each be repeated, by one node at a time; a crash delays the rest
 * of it. The order stays open longer than any transaction that began before it can last, and is
 * carried out again and again until then. Whoever writes rows of a user refuses them once there is
 * an order: so nothing that comes late stays.
 *
 * <p>Call it outside a transaction.
 */
public final class Erasures {
    /** Most steps of one order before others have their turn. */
    private static final int MOST_STEPS = 100;

    private static final Logger LOG = System.getLogger(Erasures.class.getName());
    private static final String ORDER =
            "INSERT INTO erasure (user_id) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String CLAIM =
            """
            WITH next AS MATERIALIZED (
                SELECT user_id FROM erasure
                WHERE done_at IS NULL AND (claimed_until IS NULL OR claimed_until <= now())
                ORDER BY claimed_until NULLS FIRST, ordered_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE erasure e SET claimed_until = now() + interval '1 minute'
            FROM next WHERE e.user_id = next.user_id
            RETURNING e.user_id
            """;
    private static final String GIVE_BACK =
            "UPDATE erasure SET claimed_until = now() + interval '5 seconds' WHERE user_id = ?";
    private static final String CLOSE =
            "UPDATE erasure SET done_at = now()"
                    + " WHERE user_id = ? AND ordered_at < now() - interval '10 minutes'";
    private static final String FORGET =
            "DELETE FROM erasure WHERE done_at < now() - interval '90 days'";

    private final DataSource database;

    /**
     * @param database of the module, as its running code sees it
     */
    public Erasures(DataSource database) {
        this.database = database;
    }

    /** Repeated, it does nothing. */
    public void order(UUID userId) {
        change(ORDER, userId);
    }

    /**
     * Carries out the orders that are due; one that fails is tried again a minute later.
     *
     * @param step erases a bounded part of what there is of the user, and says whether that may not
     *     have been all
     */
    public void carryOut(Predicate<UUID> step) {
        try {
            Optional<UUID> claimed = claim();
            while (claimed.isPresent()) {
                carryOut(claimed.get(), step);
                claimed = claim();
            }
        } catch (RuntimeException e) {
            // Payara ends a timer that fails twice in a row; this one has to go on.
            LOG.log(Level.WARNING, "Orders of erasure wait: {0}", e.toString());
        }
    }

    /** Forgets orders after so long a time that nothing about the user can come any more. */
    public void forgetOld() {
        try {
            change(FORGET);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old orders of erasure stay for now: {0}", e.toString());
        }
    }

    private void carryOut(UUID userId, Predicate<UUID> step) {
        try {
            int steps = 1;
            boolean more = step.test(userId);
            while (more && steps < MOST_STEPS) {
                more = step.test(userId);
                steps++;
            }
            change(more ? GIVE_BACK : CLOSE, userId);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is kept of user " + userId + " is erased later", e);
        }
    }

    private Optional<UUID> claim() {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM);
                ResultSet row = claim.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void change(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                change.setObject(i + 1, arguments[i]);
            }
            change.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The orders of erasure cannot be reached", e);
    }
}
