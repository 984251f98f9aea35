package io.poseidon.workbench.engine.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/// Stops what runs on a connection, whatever it is.
///
/// The driver's public `cancel()` reaches a statement only while it is being executed: while the rows of its stream are
/// fetched, which is when most of the work is done, it does nothing, and a question would run past its time. So the
/// driver's own interrupt, and the lock it asks for, are taken here, and only here; the driver's version is fixed, and
/// without them no question runs.
final class Interrupt {

    private static final VarHandle LOCK = lock();
    private static final MethodHandle INTERRUPT = interrupt();

    void send(DuckDBConnection connection) throws SQLException {
        var lock = (Lock) LOCK.get(connection);
        lock.lock();
        try {
            INTERRUPT.invokeExact(connection);
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }

    private static VarHandle lock() {
        try {
            return inside().findVarHandle(DuckDBConnection.class, "connRefLock", ReentrantLock.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static MethodHandle interrupt() {
        try {
            return inside().findVirtual(DuckDBConnection.class, "interrupt", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static MethodHandles.Lookup inside() throws IllegalAccessException {
        return MethodHandles.privateLookupIn(DuckDBConnection.class, MethodHandles.lookup());
    }
}
