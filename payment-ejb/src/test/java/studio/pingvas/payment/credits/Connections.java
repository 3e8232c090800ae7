package studio.pingvas.payment.credits;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Data sources that keep their connections open, as a server's pool does. */
final class Connections {
    interface Source {
        Connection next() throws SQLException, InterruptedException;
    }

    record Pool(DataSource source, List<Connection> connections) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private Connections() {}

    /** So many connections, handed out again after {@code close()}: callers overlap in earnest. */
    static Pool pool(DataSource database, int size) throws SQLException {
        BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(database.getConnection());
        }
        DataSource source =
                source(
                        () -> {
                            Connection connection = idle.take();
                            return unclosed(connection, () -> idle.add(connection));
                        });
        return new Pool(source, List.copyOf(idle));
    }

    /** Always this connection, in whatever transaction it is. */
    static DataSource only(Connection connection) {
        return source(() -> unclosed(connection, () -> {}));
    }

    /** Counts the questions to the database: statements that are run, and commits. */
    static Connection counting(Connection connection, AtomicInteger questions) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        questions.incrementAndGet();
                    }
                    Object result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                            ? counting(statement, questions)
                            : result;
                });
    }

    private static PreparedStatement counting(
            PreparedStatement statement, AtomicInteger questions) {
        return proxy(
                PreparedStatement.class,
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        questions.incrementAndGet();
                    }
                    return call(statement, method, arguments);
                });
    }

    /** Whatever connection that source has next. */
    static DataSource source(Source source) {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return source.next();
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    private static Connection unclosed(Connection connection, Runnable onClose) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        onClose.run();
                        return null;
                    }
                    return call(connection, method, arguments);
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
