package studio.pingvas.payment.credits;

import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs one statement on the ledger's database. */
record Books(DataSource database) {
    /** The functions of the ledger raise it for what no correct caller asks. */
    private static final String INVALID_PARAMETER_VALUE = "22023";

    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(RowReader<T> reader, String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return read(statement, reader);
        } catch (SQLException e) {
            if (INVALID_PARAMETER_VALUE.equals(e.getSQLState())) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            throw new EJBException("The ledger's database failed", e);
        }
    }

    <T> Optional<T> find(RowReader<T> reader, String sql, Object... arguments) {
        return list(reader, sql, arguments).stream().findFirst();
    }

    /** For functions whose answer says nothing. */
    void call(String sql, Object... arguments) {
        list(row -> null, sql, arguments);
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }
}
